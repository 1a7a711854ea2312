import type { Appointment, FactOf } from '../facts/facts.js';

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

/** What people still expect when a ticket is closed: not what is over, nor what was called off or never validated. */
export const droppedVisits = ({ missions, at }: FactOf<'TicketClosed'>): readonly Visit[] =>
  missions.flatMap(({ id, contractor, appointment, expected }) =>
    appointment && expected && endOf(appointment) > at
      ? [{ missionId: id, contractorName: contractor.name, appointment }]
      : [],
  );
