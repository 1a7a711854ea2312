import { evolve } from '../ticket/evolve.js';
import type { TicketEvent } from '../ticket/events.js';
import { VISIT_FACTS, fireDueTimers } from './fire-timers.js';
import { nextDueAt } from '../ticket/ticket.js';
import type { ExistingTicket } from '../ticket/ticket.js';
import { VISIT_TIMERS } from '../mission/timer.js';
import type { TimerKind } from '../mission/timer.js';

/** A sending that a timer will ask for unless somebody acts before. */
export interface Firing {
  readonly kind: TimerKind;
  readonly missionId: string;
  readonly at: Date;
  /** Of a reminder: 1 for the first. */
  readonly count: number;
  readonly maximum: number;
}

/** Each round fires or ends a timer; a ticket has a few of them, with a few reminders each. */
const MAX_ROUNDS = 1_000;

/** The ticket is lived on by the rules of the real timers, with nobody there, until none is left. */
export function expectedFirings(ticket: ExistingTicket): readonly Firing[] {
  const firings: Firing[] = [];
  let state = ticket;
  for (let round = 0; round < MAX_ROUNDS && state.phase === 'open'; round += 1) {
    const at = nextDueAt(state);
    if (!at) break;
    const events = fireDueTimers(state, at);
    firings.push(...events.flatMap(firingOf));
    state = events.reduce<ExistingTicket>(evolve, state);
  }
  return firings;
}

function firingOf(event: TicketEvent): Firing[] {
  if (event.type === 'ReminderSent') {
    const { kind, missionId, at, count, maximum } = event;
    return [{ kind, missionId, at, count, maximum }];
  }
  const kind = VISIT_TIMERS.find((timer) => VISIT_FACTS[timer] === event.type);
  if (!kind || !('missionId' in event)) return [];
  return [{ kind, missionId: event.missionId, at: event.at, count: 0, maximum: 0 }];
}
