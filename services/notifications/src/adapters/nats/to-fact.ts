import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { ActorKind, Module, PresenceAnswer, Status, TicketType, TimerKind } from '@intervia/contracts';
import type { MissionContext, Person as ProtoPerson, TicketContext } from '@intervia/contracts';
import type * as domain from '../../domain/facts.js';

/** A fact of a kind that this version cannot tell anyone: it must reach an operator, not be dropped. */
class UnknownFact extends Error {
  override readonly name = 'UnknownFact';
  readonly code = 'UNKNOWN_FACT';
}

const TYPES: Readonly<Partial<Record<TicketType, domain.TicketType>>> = {
  [TicketType.WORK_ORDER]: 'work-order',
  [TicketType.MULTI_WORK_ORDER]: 'multi-work-order',
  [TicketType.SINGLE_QUOTE]: 'single-quote',
  [TicketType.MULTIPLE_QUOTE]: 'multiple-quote',
  [TicketType.PRE_TICKET]: 'pre-ticket',
};

const MODULES: Readonly<Partial<Record<Module, domain.Module>>> = {
  [Module.SYNDIC]: 'syndic',
  [Module.GERANCE]: 'gerance',
};

const ANSWERS: Readonly<Partial<Record<PresenceAnswer, domain.PresenceAnswer>>> = {
  [PresenceAnswer.CONFIRMED]: 'confirmed',
  [PresenceAnswer.LATE]: 'late',
  [PresenceAnswer.ABSENT]: 'absent',
  [PresenceAnswer.POSTPONED]: 'postponed',
};

const REMINDERS: Readonly<Partial<Record<TimerKind, domain.ReminderKind>>> = {
  [TimerKind.WORK_ORDER_REMINDER]: 'work-order',
  [TimerKind.INVOICE_REMINDER]: 'invoice',
};

const ACTORS: Readonly<Partial<Record<ActorKind, domain.TicketFacts['actor']['kind']>>> = {
  [ActorKind.USER]: 'user',
  [ActorKind.SYSTEM]: 'system',
};

/** After these the contractor has nothing more to do. */
const OVER: ReadonlySet<Status> = new Set([
  Status.WORK_ORDER_REFUSED,
  Status.COMPLETION_RECEIVED,
  Status.INVOICE_REQUESTED,
  Status.INVOICE_RECEIVED,
  Status.NEW_INVOICE_REQUESTED,
]);

function known<K extends number, V>(table: Readonly<Partial<Record<K, V>>>, value: K, what: string): V {
  const found = table[value];
  if (found === undefined) throw new UnknownFact(`${what} ${value} is not known here`);
  return found;
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnknownFact(`An event without its ${what}`);
  return value;
}

export const toPresenceAnswer = (answer: PresenceAnswer): domain.PresenceAnswer =>
  known(ANSWERS, answer, 'presence answer');

export const toReminderKind = (kind: TimerKind): domain.ReminderKind => known(REMINDERS, kind, 'reminder');

function toPerson({ partyId, name, reach, comment, phone }: ProtoPerson): domain.Person {
  return {
    partyId,
    name,
    mails: reach?.mails ?? [],
    mobiles: reach?.mobiles ?? [],
    channels: { mail: reach?.channels?.mail ?? false, sms: reach?.channels?.sms ?? false },
    comment,
    phone,
  };
}

function toAppointment(appointment: MissionContext['appointment']): domain.Appointment | undefined {
  const start: Timestamp | undefined = appointment?.start;
  return start && { start: timestampDate(start), durationMinutes: appointment?.durationMinutes ?? 0 };
}

export function toMission(context: MissionContext | undefined): domain.MissionFacts {
  const mission = present(context, 'mission');
  return {
    id: mission.missionId,
    contractor: toPerson(present(mission.contractor, 'contractor')),
    appointment: toAppointment(mission.appointment),
    over: OVER.has(mission.status),
  };
}

export function toTicket(context: TicketContext | undefined): domain.TicketFacts {
  const ticket = present(context, 'ticket');
  const { manager, place, actor } = ticket;
  return {
    id: ticket.ticketId,
    number: ticket.number,
    type: known(TYPES, ticket.type, 'ticket type'),
    module: known(MODULES, ticket.module, 'module'),
    subject: ticket.subject,
    description: ticket.description,
    notifiedDescription: ticket.notifiedDescription,
    place: { label: place?.label ?? '', address: place?.address ?? '' },
    silent: ticket.silent,
    urgent: ticket.urgent,
    notifyReminders: ticket.notifyReminders,
    manager: {
      id: manager?.id ?? '',
      name: manager?.name ?? '',
      mail: manager?.mail ?? '',
      phone: manager?.phone ?? '',
    },
    notified: ticket.notified.map(toPerson),
    contacts: ticket.contacts.map(toPerson),
    actor: { kind: ACTORS[actor?.kind ?? ActorKind.UNSPECIFIED] ?? 'outsider', id: actor?.id ?? '' },
  };
}
