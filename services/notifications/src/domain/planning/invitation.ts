import type { FactKind } from '../facts/facts.js';
import type { MessageFacts } from '../facts/message-facts.js';
import type { Message } from '../message.js';
import { endOf } from './visits.js';
import type { Visit } from './visits.js';

/** An appointment for a calendar: held, moved, or off. */
export interface Invitation {
  readonly method: 'request' | 'cancel';
  /** One event per mission: each invitation replaces the one before. */
  readonly missionId: string;
  /** Calendars keep the highest. */
  readonly sequence: number;
  readonly start: Date;
  readonly end: Date;
  readonly ticketNumber: number;
  readonly subject: string;
  readonly place: { readonly label: string; readonly address: string };
}

const MINUTE_MS = 60_000;
/** Seconds since then count up for sixty years within the 31 bits of a SEQUENCE. No counter has to be kept. */
const SEQUENCE_START_MS = Date.UTC(2024, 0, 1);

type Decide = (facts: MessageFacts) => Invitation['method'] | undefined;
const request: Decide = () => 'request';
const cancel: Decide = () => 'cancel';
const cancelDropped: Decide = ({ dropped }) => dropped && 'cancel';

/**
 * What a fact does to the appointment in people's calendars; the others do nothing to it.
 *
 * `stepped-back` neither: "a sent message is never recalled" (tickets.md). Who steps back mends an entry and tells nobody,
 * so a CANCEL would be the only word about it, and its readers would stay away from a visit that most often is merely
 * entered again. What follows speaks: the appointment that is validated next moves the event (same UID, higher SEQUENCE),
 * postponing or cancelling it removes it. Stepped back to before any appointment and never given another, the event stays.
 */
const METHODS: { readonly [K in FactKind]?: Decide } = {
  WorkOrderAccepted: request,
  // Given back, moved to a day that is not agreed on yet, or done before it.
  WorkOrderRefused: cancelDropped,
  AppointmentProposed: cancelDropped,
  CompletionReported: cancelDropped,
  AppointmentValidated: request,
  AppointmentPostponed: cancel,
  AppointmentCancelled: cancel,
  // Late: the same appointment, later. Confirmed: nothing new.
  PresenceAnswered: ({ presence }) =>
    presence &&
    {
      confirmed: undefined,
      late: 'request' as const,
      absent: 'cancel' as const,
      postponed: 'cancel' as const,
    }[presence.answer],
  // What will not take place any more. A quote: only where a work order's visit is dropped for it.
  QuoteRequested: cancel,
  QuoteReceived: cancel,
  MissionReplaced: cancel,
  QuoteRefused: cancel,
  TicketClosed: cancel,
  TicketDeleted: cancel,
  // The closing had taken it out of the calendars.
  TicketReopened: request,
};

const methodOf = (facts: MessageFacts): Invitation['method'] | undefined => METHODS[facts.fact]?.(facts);

/** The appointment that the message speaks of does not hold any more. */
export const isTakenBack = (facts: MessageFacts): boolean => methodOf(facts) === 'cancel';

/** Each in an object of its own (RFC 5546: all of one CANCEL have the same UID). */
function appointmentsOf({ facts, missionId }: Message): readonly Pick<Visit, 'missionId' | 'appointment'>[] {
  if (facts.visits) return facts.visits;
  if (facts.dropped && missionId !== undefined && methodOf(facts) === 'cancel') {
    return [{ missionId, appointment: facts.dropped }];
  }
  return facts.appointment && missionId !== undefined ? [{ missionId, appointment: facts.appointment }] : [];
}

/** The invitations that go with a mail; none without an appointment, and no cancellation of what is past. */
export function invitationsOf(message: Message): readonly Invitation[] {
  const { facts, queuedAt } = message;
  const { ticket, presence } = facts;
  const method = methodOf(facts);
  if (!method) return [];
  const lateMs = (presence?.lateMinutes ?? 0) * MINUTE_MS;
  return appointmentsOf(message).flatMap(({ missionId, appointment }) => {
    const start = new Date(appointment.start.getTime() + lateMs);
    const end = endOf({ ...appointment, start });
    if ((method === 'cancel' || facts.fact === 'TicketReopened') && end <= queuedAt) return [];
    const sequence = Math.floor((queuedAt.getTime() - SEQUENCE_START_MS) / 1000);
    const { number: ticketNumber, subject, place } = ticket;
    return [{ method, missionId, sequence, start, end, ticketNumber, subject, place }];
  });
}
