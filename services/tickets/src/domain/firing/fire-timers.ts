import { afterQuietHours } from '../timers/calendar.js';
import type { TicketEvent } from '../ticket/events.js';
import { evolve } from '../ticket/evolve.js';
import { SYSTEM } from '../values/model.js';
import type { QuietHours } from '../values/model.js';
import type { RunningTicket } from '../ticket/ticket.js';
import { isReminder } from '../mission/timer.js';
import type { ReminderKind, Timer, TimerKind, VisitTimerKind } from '../mission/timer.js';

/** After an outage, a completion that is due makes the older presence question pointless, and that the visit's reminder. */
const ORDER: Readonly<Record<TimerKind, number>> = {
  COMPLETION: 0,
  PRESENCE: 1,
  VISIT: 2,
  WORK_ORDER_REMINDER: 3,
  QUOTE_REMINDER: 3,
  APPROVAL_REMINDER: 3,
  INVOICE_REMINDER: 3,
  APPOINTMENT_REMINDER: 3,
  COMPLETION_REMINDER: 3,
};

/** Each due timer fires once, however late (specification: "never once per missed slot"). */
export function fireDueTimers(ticket: RunningTicket, now: Date): readonly TicketEvent[] {
  const events: TicketEvent[] = [];
  let state = ticket;
  const due = ticket.timers
    .filter((timer) => timer.dueAt <= now)
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
  for (const timer of due) {
    // An earlier firing may have stopped this one.
    if (!state.timers.includes(timer)) continue;
    const event = fire(timer, now, ticket.details.timerSettings.quiet);
    events.push(event);
    const next = evolve(state, event);
    if (next.phase !== 'open') break;
    state = next;
  }
  return events;
}

/** What a visit's timer makes happen. */
export const VISIT_FACTS = {
  VISIT: 'VisitReminded',
  PRESENCE: 'PresenceAsked',
  COMPLETION: 'CompletionAsked',
} as const satisfies Record<VisitTimerKind, TicketEvent['type']>;

function fire(timer: Timer, now: Date, quiet: QuietHours): TicketEvent {
  const fact = { at: now, actor: SYSTEM, missionId: timer.missionId };
  const { kind } = timer;
  if (isReminder(kind)) return remind(timer, kind, fact, quiet);
  return { type: VISIT_FACTS[kind], ...fact };
}

function remind(
  timer: Timer,
  kind: ReminderKind,
  fact: { at: Date; actor: typeof SYSTEM; missionId: string },
  quiet: QuietHours,
): TicketEvent {
  const allowed = afterQuietHours(fact.at, quiet);
  if (allowed > fact.at) return { type: 'TimerDeferred', ...fact, kind, dueAt: allowed };
  // The last reminder too gets its delay for an answer; only then must the manager act.
  if (timer.sent >= timer.maximum) return { type: 'RemindersExhausted', ...fact, kind };
  return { type: 'ReminderSent', ...fact, kind, count: timer.sent + 1, maximum: timer.maximum };
}
