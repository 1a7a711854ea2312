import type { TimerKind } from '../mission/timer.js';
import { expectedVisits } from './ticket.js';
import type { ExistingTicket } from './ticket.js';

/** The next thing that is to happen on a ticket, if nobody acts. */
export interface NextUp {
  readonly at: Date;
  /** People come: its reminders and questions before and after are no appointments of their own. */
  readonly what: 'APPOINTMENT' | TimerKind;
}

/** The visit that is expected first; without one, the timer that is due first. */
export function nextUp(ticket: ExistingTicket): NextUp | undefined {
  if (ticket.phase !== 'open') return undefined;
  const visits = expectedVisits(ticket).map(({ start }): NextUp => ({ at: start, what: 'APPOINTMENT' }));
  if (visits.length > 0) return earliest(visits);
  return earliest(ticket.timers.map(({ dueAt, kind }) => ({ at: dueAt, what: kind })));
}

function earliest(among: readonly NextUp[]): NextUp | undefined {
  return among.reduce<NextUp | undefined>(
    (first, one) => (first && first.at <= one.at ? first : one),
    undefined,
  );
}
