import type { Appointment, FactOf, TicketFact } from '../facts/facts.js';

/** A contractor expected on a day. */
export interface Visit {
  readonly missionId: string;
  readonly contractorName: string;
  readonly appointment: Appointment;
}

const MINUTE_MS = 60_000;
/** Nobody said how long it takes. */
const USUAL_MINUTES = 60;

export const endOf = ({ start, durationMinutes }: Appointment): Date =>
  new Date(start.getTime() + (durationMinutes || USUAL_MINUTES) * MINUTE_MS);

type EndingFact = FactOf<'TicketClosed'> | FactOf<'TicketDeleted'>;

export const endsTicket = (fact: TicketFact): fact is EndingFact =>
  fact.kind === 'TicketClosed' || fact.kind === 'TicketDeleted';

/** What people still expect then: not what is over, nor what was called off or never validated. */
export const visitsAhead = ({ missions, at }: EndingFact | FactOf<'TicketReopened'>): readonly Visit[] =>
  missions.flatMap(({ id, contractor, appointment, expected }) =>
    appointment && expected && endOf(appointment) > at
      ? [{ missionId: id, contractorName: contractor.name, appointment }]
      : [],
  );
