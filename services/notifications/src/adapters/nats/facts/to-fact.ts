import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import {
  ActorKind,
  Module,
  PresenceAnswer,
  RefusalReason,
  StatusSchema,
  TicketType,
  TimerKind,
  enumName,
  optionsOf,
} from '@intervia/contracts';
import type {
  DocumentRef,
  MissionContext,
  Status,
  Correspondent as ProtoCorrespondent,
  Person as ProtoPerson,
  TicketContext,
  UserRef,
} from '@intervia/contracts';
import type * as domain from '../../../domain/facts/facts.js';
import { OPTION_NAMES } from '../../../domain/facts/facts.js';
import { STEPS } from '../../../domain/facts/steps.js';
import type { Step } from '../../../domain/facts/steps.js';

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
  [TimerKind.QUOTE_REMINDER]: 'quote',
  [TimerKind.INVOICE_REMINDER]: 'invoice',
  [TimerKind.APPROVAL_REMINDER]: 'approval',
  [TimerKind.APPOINTMENT_REMINDER]: 'appointment',
  [TimerKind.COMPLETION_REMINDER]: 'end',
};

const REFUSALS: Readonly<Partial<Record<RefusalReason, domain.QuoteRefusal>>> = {
  [RefusalReason.BY_MANAGER]: 'by-manager',
  [RefusalReason.OTHER_CHOSEN]: 'other-chosen',
  [RefusalReason.REPLACED]: 'replaced',
};

const ACTORS: Readonly<Partial<Record<ActorKind, domain.TicketFacts['actor']['kind']>>> = {
  [ActorKind.USER]: 'user',
  [ActorKind.SYSTEM]: 'system',
};

function known<K extends number, V>(table: Readonly<Partial<Record<K, V>>>, value: K, what: string): V {
  const found = table[value];
  if (found === undefined) throw new UnknownFact(`${what} ${value} is not known here`);
  return found;
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnknownFact(`An event without its ${what}`);
  return value;
}

const BY_NAME = new Map<string, Step>(STEPS.map((step) => [step, step]));

/** The same names, written our way. */
export function toStep(status: Status): Step {
  const name = enumName(StatusSchema, status).toLowerCase().replaceAll('_', '-');
  return present(BY_NAME.get(name), `status ${status}`);
}

export const toPresenceAnswer = (answer: PresenceAnswer): domain.PresenceAnswer =>
  known(ANSWERS, answer, 'presence answer');
export const toReminderKind = (kind: TimerKind): domain.ReminderKind => known(REMINDERS, kind, 'reminder');
export const toRefusal = (reason: RefusalReason): domain.QuoteRefusal =>
  known(REFUSALS, reason, 'refusal reason');
export const toTicketType = (type: TicketType): domain.TicketType => known(TYPES, type, 'ticket type');
export const toModule = (module: Module): domain.Module => known(MODULES, module, 'module');

export function toPerson({ partyId, name, reach, comment, phone }: ProtoPerson): domain.Person {
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

export function toManager(user: UserRef | undefined): domain.Manager {
  const { id = '', name = '', mail = '', phone = '' } = user ?? {};
  return { id, name, mail, phone };
}

export function toDocument({ id, name, mediaType, size, sha256 }: DocumentRef): domain.Document {
  return { id, name, mediaType, size, sha256 };
}

export function toCorrespondent(
  correspondent: ProtoCorrespondent | undefined,
): domain.Correspondent | undefined {
  return correspondent && { id: correspondent.id, person: toPerson(present(correspondent.person, 'person')) };
}

export const someCorrespondent = (correspondent: ProtoCorrespondent | undefined): domain.Correspondent =>
  present(toCorrespondent(correspondent), 'correspondent');

export function toAppointment(appointment: MissionContext['appointment']): domain.Appointment | undefined {
  const start: Timestamp | undefined = appointment?.start;
  return start && { start: timestampDate(start), durationMinutes: appointment?.durationMinutes ?? 0 };
}

export function toMission(context: MissionContext | undefined): domain.MissionFacts {
  const mission = present(context, 'mission');
  return {
    id: mission.missionId,
    contractor: toPerson(present(mission.contractor, 'contractor')),
    appointment: toAppointment(mission.appointment),
    step: toStep(mission.status),
    expected: mission.visitExpected,
    over: mission.nothingLeft,
  };
}

export const someMission = (context: MissionContext | undefined): domain.MissionFacts | undefined =>
  context && toMission(context);

/** What was not chosen is a no. */
export function toOptions(message: Parameters<typeof optionsOf>[0]): domain.TicketOptions {
  const chosen = optionsOf(message);
  return Object.fromEntries(
    OPTION_NAMES.map((name) => [name, chosen[name] ?? false]),
  ) as unknown as domain.TicketOptions;
}

/** What the context of a fact and the ticket itself say in the same words. */
type TicketWords = Pick<
  TicketContext,
  | 'number'
  | 'type'
  | 'module'
  | 'subject'
  | 'description'
  | 'notifiedDescription'
  | 'place'
  | 'options'
  | 'manager'
  | 'notified'
  | 'contacts'
  | 'requester'
  | 'status'
>;

export function toTicketWords(ticket: TicketWords & Parameters<typeof optionsOf>[0]) {
  const { place, requester } = ticket;
  return {
    number: ticket.number,
    type: toTicketType(ticket.type),
    module: toModule(ticket.module),
    subject: ticket.subject,
    description: ticket.description,
    notifiedDescription: ticket.notifiedDescription,
    place: { label: place?.label ?? '', address: place?.address ?? '' },
    digicode: place?.digicode ?? '',
    options: toOptions(ticket),
    manager: toManager(ticket.manager),
    notified: ticket.notified.map(toPerson),
    contacts: ticket.contacts.map(toPerson),
    requester: requester && toPerson(requester),
    step: toStep(ticket.status),
  };
}

export function toTicket(context: TicketContext | undefined): domain.TicketFacts {
  const ticket = present(context, 'ticket');
  const { actor } = ticket;
  return {
    id: ticket.ticketId,
    ...toTicketWords(ticket),
    toldUsers: ticket.toldUsers.map(toManager),
    ownerName: ticket.ownerName,
    emergencyNumbers: ticket.emergencyNumbers,
    requesterId: ticket.requesterId,
    hidesAgencyMail: ticket.hideAgencyMail,
    actor: {
      kind: ACTORS[actor?.kind ?? ActorKind.UNSPECIFIED] ?? 'outsider',
      id: actor?.id ?? '',
      name: actor?.name ?? '',
    },
  };
}
