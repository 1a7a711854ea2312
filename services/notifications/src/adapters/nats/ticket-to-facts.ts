import { timestampDate } from '@bufbuild/protobuf/wkt';
import { TimerKind } from '@intervia/contracts';
import type { Mission, Ticket, Timer, TimerSettings } from '@intervia/contracts';
import type { KnownTicket } from '../../application/ports/known-tickets.js';
import type { MissionFacts, ReminderKind, TicketFacts } from '../../domain/facts.js';
import type { ExpectedReminder } from '../../domain/simulation.js';
import { isOver } from '../../domain/steps.js';
import {
  toAppointment,
  toCorrespondent,
  toManager,
  toModule,
  toPerson,
  toStep,
  toTicketType,
} from './to-fact.js';

const HOUR_MS = 3_600_000;

const REMINDERS: Readonly<Partial<Record<TimerKind, ReminderKind>>> = {
  [TimerKind.WORK_ORDER_REMINDER]: 'work-order',
  [TimerKind.QUOTE_REMINDER]: 'quote',
  [TimerKind.INVOICE_REMINDER]: 'invoice',
  [TimerKind.APPROVAL_REMINDER]: 'approval',
};

const VISITS: Readonly<Partial<Record<TimerKind, 'visit' | 'presence' | 'completion'>>> = {
  [TimerKind.VISIT]: 'visit',
  [TimerKind.PRESENCE]: 'presence',
  [TimerKind.COMPLETION]: 'completion',
};

function toMissionFacts({ id, contractor, appointment, status }: Mission): MissionFacts | undefined {
  const step = toStep(status);
  return (
    contractor && {
      id,
      contractor: toPerson(contractor),
      appointment: toAppointment(appointment),
      step,
      over: isOver(step),
    }
  );
}

function toTicketFacts(ticket: Ticket): TicketFacts {
  const { place, requester } = ticket;
  return {
    id: ticket.id,
    number: ticket.number,
    type: toTicketType(ticket.type),
    module: toModule(ticket.module),
    subject: ticket.subject,
    description: ticket.description,
    notifiedDescription: ticket.notifiedDescription,
    place: { label: place?.label ?? '', address: place?.address ?? '' },
    silent: ticket.silent,
    urgent: ticket.urgent,
    notifyReminders: ticket.notifyReminders,
    manager: toManager(ticket.manager),
    toldUsers: [],
    notified: ticket.notified.map(toPerson),
    contacts: ticket.contacts.map(toPerson),
    requester: requester && toPerson(requester),
    ownerName: ticket.sendOwner ? (place?.ownerName ?? '') : '',
    hidesAgencyMail: false,
    step: toStep(ticket.status),
    actor: { kind: 'system', id: '', name: '' },
  };
}

/** A ticket as it stands; its colleagues' alerts are the settings' affair, and nothing that timers do alerts them. */
export function toKnownTicket(ticket: Ticket): KnownTicket {
  return {
    ticket: toTicketFacts(ticket),
    missions: ticket.missions.map(toMissionFacts).filter((mission) => mission !== undefined),
    reminders: ticket.timers.flatMap((timer) => expectedReminders(timer, ticket)),
  };
}

function expectedReminders(timer: Timer, ticket: Ticket): ExpectedReminder[] {
  const { missionId, kind, sent, maximum, dueAt } = timer;
  if (!dueAt) return [];
  const due = timestampDate(dueAt);
  const visit = VISITS[kind];
  if (visit) return [{ kind: visit, missionId, at: due }];
  const reminder = REMINDERS[kind];
  if (!reminder) return [];
  const askedOf = ticket.missions.find(({ id }) => id === missionId)?.approval?.correspondentId;
  const asked = ticket.correspondents.find(({ id }) => id === askedOf);
  return repeated(reminder, missionId, {
    due,
    sent,
    maximum,
    hours: hoursOf(reminder, ticket.timerSettings),
  }).map((expected) =>
    reminder === 'approval' ? { ...expected, correspondent: toCorrespondent(asked) } : expected,
  );
}

interface Repetition {
  /** Of the next one. */
  readonly due: Date;
  readonly sent: number;
  readonly maximum: number;
  /** Between two. */
  readonly hours: number;
}

type Repeated = Extract<ExpectedReminder, { kind: ReminderKind }>;

/** The next reminder at its timer's time, the later ones by the delay alone: quiet hours may move those. */
export function repeated(
  kind: ReminderKind,
  missionId: string,
  { due, sent, maximum, hours }: Repetition,
): Repeated[] {
  return Array.from({ length: Math.max(0, maximum - sent) }, (_, index) => ({
    kind,
    missionId,
    at: new Date(due.getTime() + index * hours * HOUR_MS),
    count: sent + index + 1,
    maximum,
  }));
}

const SETTINGS: Readonly<Record<ReminderKind, 'workOrder' | 'quote' | 'invoice' | 'approval'>> = {
  'work-order': 'workOrder',
  quote: 'quote',
  invoice: 'invoice',
  approval: 'approval',
};

const hoursOf = (kind: ReminderKind, settings: TimerSettings | undefined): number =>
  settings?.[SETTINGS[kind]]?.hours ?? 0;
