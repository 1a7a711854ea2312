import type { RecordedEvent, TicketEvent } from './events.js';
import type { Actor, Appointment, DocumentRef, PresenceAnswer } from './model.js';
import type { TimerKind } from './timers.js';

/** Who, what, when, as one fact tells it. */
export interface HistoryRecord {
  readonly at: Date;
  readonly actor: Actor;
  readonly manualEntry: boolean;
  readonly missionId: string;
  readonly fact: RecordedEvent['type'];
  readonly text: string;
  readonly appointment?: Appointment;
  readonly documents: readonly DocumentRef[];
  readonly amountCents: number;
  readonly presence?: PresenceAnswer;
  readonly lateMinutes: number;
  readonly timer?: TimerKind;
}

/** Append-only; each entry's hash covers the one before. */
export interface HistoryEntry extends HistoryRecord {
  readonly id: string;
  readonly hash: string;
}

type Told = Partial<Omit<HistoryRecord, 'at' | 'actor' | 'manualEntry' | 'missionId' | 'fact'>>;

/** Facts that are the contractor's: by a user, they were entered in its place. */
const CONTRACTORS_FACTS: ReadonlySet<RecordedEvent['type']> = new Set([
  'WorkOrderAccepted',
  'WorkOrderRefused',
  'PresenceAnswered',
  'CompletionReported',
  'InvoiceReceived',
]);

/** A deferral of the sweep is no fact of the ticket. */
export function isRecorded(event: TicketEvent): event is RecordedEvent {
  return event.type !== 'TimerDeferred';
}

export function recordOf(event: RecordedEvent): HistoryRecord {
  return {
    at: event.at,
    actor: event.actor,
    manualEntry: event.actor.kind === 'USER' && CONTRACTORS_FACTS.has(event.type),
    missionId: 'missionId' in event ? event.missionId : '',
    fact: event.type,
    text: '',
    documents: [],
    amountCents: 0,
    lateMinutes: 0,
    ...tell(event),
  };
}

function tell(event: RecordedEvent): Told {
  switch (event.type) {
    case 'TicketOpened':
      return { text: event.details.subject, documents: event.attachments };
    case 'TicketImported':
      return { text: event.details.subject, documents: event.documents.map(({ ref }) => ref) };
    case 'WorkOrderRequested':
      return { text: event.contractor.name };
    case 'WorkOrderAccepted':
      return { text: event.comment, appointment: event.appointment };
    case 'WorkOrderRefused':
      return { text: event.reason };
    case 'ReminderSent':
    case 'RemindersExhausted':
      return { timer: event.kind };
    case 'PresenceAnswered':
      return { text: event.comment, presence: event.answer, lateMinutes: event.lateMinutes };
    case 'CompletionReported':
      return { text: event.comment, documents: event.proofs };
    case 'InvoiceReceived':
      return { text: event.comment, documents: [event.invoice], amountCents: event.amountCents };
    case 'NewInvoiceRequested':
    case 'TicketClosed':
      return { text: event.comment };
    case 'PresenceAsked':
    case 'CompletionAsked':
    case 'InvoiceRequested':
      return {};
  }
}
