import type { RecordedEvent } from '../ticket/events.js';
import type { CourseRecord } from '../history/record.js';
import type { Appointment } from '../values/model.js';
import { withoutTakenBack } from '../history/taken-back.js';
import { ticketStatus, ticketType } from '../ticket/ticket.js';
import type { ExistingTicket, TicketStatus, TicketType } from '../ticket/ticket.js';

/** What a client follows of a ticket: no note, no exchange, nothing of what the agency and contractors settle. */
export interface FollowUp {
  readonly type: TicketType;
  readonly status: TicketStatus;
  /** Blue would say that the manager must act, which is the agency's business. */
  readonly colour: 'GREY' | 'RED';
  readonly steps: readonly FollowUpStep[];
}

interface FollowUpStep {
  readonly at: Date;
  readonly fact: RecordedEvent['type'];
  readonly appointment?: Appointment;
}

/** What a client may know of the course of things (manual: "en occultant certaines étapes internes"): of what holds. */
const SHOWN_FACTS: ReadonlySet<string> = new Set<RecordedEvent['type']>([
  'PreTicketReceived',
  'TicketOpened',
  'WorkOrderRequested',
  'WorkOrderAccepted',
  'QuoteRequested',
  'QuoteReceived',
  'QuoteAccepted',
  'AppointmentValidated',
  'AppointmentPostponed',
  'AppointmentCancelled',
  'CompletionReported',
  'TicketClosed',
  'TicketReopened',
]);

/** As which status the client sees it; another is "in progress". */
const SHOWN: Partial<Readonly<Record<TicketStatus, TicketStatus>>> = {
  WORK_ORDER_SENT: 'WORK_ORDER_SENT',
  WORK_ORDER_ACCEPTED: 'WORK_ORDER_ACCEPTED',
  PRESENCE_ASKED: 'WORK_ORDER_ACCEPTED',
  PRESENCE_CONFIRMED: 'WORK_ORDER_ACCEPTED',
  RUNNING_LATE: 'WORK_ORDER_ACCEPTED',
  QUOTE_REQUESTED: 'QUOTE_REQUESTED',
  QUOTE_PROMISED: 'QUOTE_REQUESTED',
  // Who approves it, and how, is no client's business but the approver's.
  QUOTE_RECEIVED: 'QUOTE_RECEIVED',
  QUOTE_AWAITING_APPROVAL: 'QUOTE_RECEIVED',
  QUOTE_APPROVED: 'QUOTE_RECEIVED',
  QUOTE_REJECTED: 'QUOTE_RECEIVED',
  QUOTE_ACCEPTED: 'QUOTE_ACCEPTED',
  APPOINTMENT_PROPOSED: 'QUOTE_ACCEPTED',
  APPOINTMENT_VALIDATED: 'APPOINTMENT_VALIDATED',
  // The invoice is between the agency and the contractor.
  COMPLETION_RECEIVED: 'COMPLETION_RECEIVED',
  INVOICE_REQUESTED: 'COMPLETION_RECEIVED',
  INVOICE_RECEIVED: 'COMPLETION_RECEIVED',
  NEW_INVOICE_REQUESTED: 'COMPLETION_RECEIVED',
  CLOSED: 'CLOSED',
};

export function followUpOf(ticket: ExistingTicket, history: readonly CourseRecord[]): FollowUp {
  return {
    type: ticketType(ticket),
    status: shownStatus(ticket),
    colour: ticket.phase === 'closed' ? 'RED' : 'GREY',
    steps: withoutTakenBack(history)
      .filter(isShownFact)
      .map(({ at, fact, appointment }) => ({ at, fact, appointment })),
  };
}

function shownStatus(ticket: ExistingTicket): TicketStatus {
  const shown = SHOWN[ticketStatus(ticket)] ?? 'IN_PROGRESS';
  // On site work orders and quotes go the same way; the client agreed to different things.
  const isQuoted = ticketType(ticket) === 'SINGLE_QUOTE' || ticketType(ticket) === 'MULTIPLE_QUOTE';
  return isQuoted && shown === 'WORK_ORDER_ACCEPTED' ? 'APPOINTMENT_VALIDATED' : shown;
}

function isShownFact(record: CourseRecord): record is CourseRecord & { fact: RecordedEvent['type'] } {
  return SHOWN_FACTS.has(record.fact);
}
