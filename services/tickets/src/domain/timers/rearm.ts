import { TIMERS_OF } from './timers-of-status.js';
import { isStuck } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import type { TicketDetails } from '../values/model.js';
import { same } from '../values/same.js';
import { ARM_VISIT, REMINDER_SETTINGS, isArmed, reminder, reminderOf } from './timers.js';
import { ALL_TIMERS, isOfVisit, isReminder } from '../mission/timer.js';
import type { Timer, TimerKind, VisitTimerKind } from '../mission/timer.js';

interface Change {
  readonly missions: readonly Mission[];
  readonly before: TicketDetails;
  readonly after: TicketDetails;
  readonly now: Date;
}

/** Running timers follow changed delays: a reminder counts from its request, a visit's from the appointment. */
export function rearm(timers: readonly Timer[], change: Change): readonly Timer[] {
  const { missions, before, after } = change;
  const changed = new Set<TimerKind>(
    ALL_TIMERS.filter((kind) => !same(settingOf(kind, before), settingOf(kind, after))),
  );
  const kept = timers.filter(({ kind }) => !changed.has(kind));
  const armed = missions.flatMap((mission) => [
    reminderAgain(mission, timers, change),
    ...comingVisit(mission, timers).map((kind) => ARM_VISIT[kind](mission, after, change.now)),
  ]);
  return [...kept, ...armed.filter(isArmed).filter(({ kind }) => changed.has(kind))];
}

/** At the corrected address what is waited for is asked for once more, and its delay begins with that. */
export function reminderAfterCorrection(
  timers: readonly Timer[],
  mission: Mission,
  details: TicketDetails,
  now: Date,
): readonly Timer[] {
  const kind = reminderOf(mission);
  if (!kind) return timers;
  const others = timers.filter((timer) => timer.kind !== kind || timer.missionId !== mission.id);
  return [...others, reminder(kind, mission.id, details, { since: now, sent: 0 })].filter(isArmed);
}

/** Every visit to come waits for its end, but those of a ticket that was reopened: nothing of it is caught up. */
function comingVisit({ id, status }: Mission, timers: readonly Timer[]): readonly VisitTimerKind[] {
  const isAwaited = timers.some(({ missionId, kind }) => missionId === id && kind === 'COMPLETION');
  return isAwaited ? TIMERS_OF[status].filter(isOfVisit) : [];
}

/** All that decides whether and when such a timer fires. */
function settingOf(kind: TimerKind, { timerSettings, options }: TicketDetails): unknown {
  if (isReminder(kind)) return { ...REMINDER_SETTINGS[kind](timerSettings), quiet: timerSettings.quiet };
  if (kind === 'VISIT') return timerSettings.visitHours;
  return kind === 'PRESENCE'
    ? { askPresence: options.askPresence, at: timerSettings.presenceMinutes }
    : timerSettings.completionMinutes;
}

/** One that was switched off counts from now; one that came to its end stays there, it is the manager's turn. */
function reminderAgain(
  mission: Mission,
  timers: readonly Timer[],
  { before, after, now }: Change,
): Timer | undefined {
  const kind = TIMERS_OF[mission.status].find(isReminder);
  if (!kind || isStuck(mission)) return undefined;
  const running = timers.find((timer) => timer.kind === kind && timer.missionId === mission.id);
  if (running) return reminder(kind, mission.id, after, running);
  // Reopened: without reminders until the next step.
  const wasOff = REMINDER_SETTINGS[kind](before.timerSettings).maximum === 0;
  return wasOff ? reminder(kind, mission.id, after, { since: now, sent: 0 }) : undefined;
}
