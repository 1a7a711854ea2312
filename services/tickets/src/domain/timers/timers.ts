import { TIMERS_OF } from './timers-of-status.js';
import { afterDelay, afterQuietHours } from './calendar.js';
import type { MissionEvent, WorkOrderRequested } from '../mission/mission-events.js';
import { isQuote, isStuck, visitOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import { VISIT_TIMERS, isReminder } from '../mission/timer.js';
import type { ReminderKind, Timer, TimerKind, VisitTimerKind } from '../mission/timer.js';
import type { ReminderSetting, TicketDetails, TimerSettings } from '../values/model.js';

const MINUTE_MS = 60_000;

export const REMINDER_SETTINGS: Readonly<Record<ReminderKind, (settings: TimerSettings) => ReminderSetting>> =
  {
    WORK_ORDER_REMINDER: (settings) => settings.workOrder,
    QUOTE_REMINDER: (settings) => settings.quote,
    INVOICE_REMINDER: (settings) => settings.invoice,
    APPROVAL_REMINDER: (settings) => settings.approval,
    // Of work that was ordered: no delays of their own to be set.
    APPOINTMENT_REMINDER: (settings) => settings.workOrder,
    COMPLETION_REMINDER: (settings) => settings.workOrder,
  };

type TimedEvent = MissionEvent | WorkOrderRequested;

/** Timers that an event begins anew although the status before had it too, as long as the new one still has them. */
function begunAnew(event: TimedEvent, before: Mission | undefined): readonly TimerKind[] {
  if (event.type === 'ReminderSent') return [event.kind];
  // Somebody else may be asked.
  if (event.type === 'ApprovalRequested') return ['APPROVAL_REMINDER'];
  // The visit is moved.
  if (event.type === 'WorkOrderAccepted') return VISIT_TIMERS;
  // Who is late ends later.
  if (event.type === 'PresenceAnswered') return ['COMPLETION'];
  // Reminders were used up: the promise has its delay too, or it would be waited for for ever.
  return event.type === 'QuotePromised' && before?.exhausted ? ['QUOTE_REMINDER'] : [];
}

/** A timer that came to its end, though the status stays. */
function ended(event: TimedEvent, mission: Mission, unreachable: boolean): TimerKind | undefined {
  if (event.type === 'VisitReminded') return 'VISIT';
  // Nobody is reminded at an address that is dead.
  if (event.type === 'AddressRefused') return unreachable ? reminderOf(mission) : undefined;
  return event.type === 'RemindersExhausted' ? event.kind : undefined;
}

/** Without reminders the manager is told after one delay: such a status has no other end, and nothing is grey for ever. */
const ENDS_BLUE: readonly ReminderKind[] = ['APPOINTMENT_REMINDER', 'COMPLETION_REMINDER'];

/** Undefined where the ticket wants no such reminder. */
export function reminder(
  kind: ReminderKind,
  missionId: string,
  { timerSettings }: TicketDetails,
  { since, sent }: Pick<Timer, 'since' | 'sent'>,
): Timer | undefined {
  const { hours, maximum } = REMINDER_SETTINGS[kind](timerSettings);
  if (maximum === 0 && !ENDS_BLUE.includes(kind)) return undefined;
  const dueAt = afterQuietHours(afterDelay(since, hours), timerSettings.quiet);
  return { kind, missionId, dueAt, since, sent: Math.min(sent, maximum), maximum };
}

function once(kind: VisitTimerKind, mission: Mission, dueAt: number, since: Date): Timer {
  return { kind, missionId: mission.id, dueAt: new Date(dueAt), since, sent: 0, maximum: 0 };
}

type ArmVisit = (mission: Mission, details: TicketDetails, now: Date) => Timer | undefined;

/** From the visit's appointment. */
export const ARM_VISIT: Readonly<Record<VisitTimerKind, ArmVisit>> = {
  VISIT: (mission, { timerSettings }, now) => {
    const start = visitOf(mission)?.appointment.start.getTime() ?? 0;
    const dueAt = afterDelay(new Date(start), -timerSettings.visitHours).getTime();
    // The contractor who just fixed the appointment needs no reminder of it.
    if (timerSettings.visitHours === 0 || dueAt <= now.getTime()) return undefined;
    return once('VISIT', mission, dueAt, now);
  },
  PRESENCE: (mission, { options, timerSettings }, now) => {
    const start = visitOf(mission)?.appointment.start;
    // Nobody asks "are you there?" about a visit entered after the fact.
    if (!(options.askPresence || isQuote(mission)) || !start || start <= now) return undefined;
    return once('PRESENCE', mission, start.getTime() - timerSettings.presenceMinutes * MINUTE_MS, now);
  },
  COMPLETION: (mission, { timerSettings }, now) => {
    const visit = visitOf(mission);
    if (!visit) return undefined;
    const minutes = visit.appointment.durationMinutes + visit.lateMinutes + timerSettings.completionMinutes;
    return once('COMPLETION', mission, visit.appointment.start.getTime() + minutes * MINUTE_MS, now);
  },
};

export const reminderOf = ({ status }: Mission): ReminderKind | undefined =>
  TIMERS_OF[status].find(isReminder);

interface Moved {
  readonly mission: Mission;
  /** No address is left at which who is waited for could be written to. */
  readonly unreachable?: boolean;
  /** Undefined for a first request. */
  readonly before: Mission | undefined;
  readonly details: TicketDetails;
}

/** The timers after `event` brought a mission to where it now is: those of its status, counted from the event. */
export function timersAfter(
  timers: readonly Timer[],
  event: TimedEvent,
  { mission, before, details, unreachable = false }: Moved,
): readonly Timer[] {
  if (event.type === 'SteppedBack') {
    const left = before?.past.at(-1)?.timers ?? [];
    const others = timers.filter(({ missionId }) => missionId !== mission.id);
    return [...others, ...left.map((timer) => revived(timer, mission, details, event.at)).filter(isArmed)];
  }
  const wanted = TIMERS_OF[mission.status].filter((kind) => kind !== ended(event, mission, unreachable));
  // What the status before had too goes on as it is, also where it was off: on a ticket that was reopened.
  const had = before ? TIMERS_OF[before.status] : [];
  const anew = begunAnew(event, before);
  const arm = wanted.filter((kind) => anew.includes(kind) || !had.includes(kind));
  const kept = timers.filter(
    ({ missionId, kind }) => missionId !== mission.id || (wanted.includes(kind) && !arm.includes(kind)),
  );
  const sent = sentBefore(event);
  const armed = arm.map((kind) =>
    isReminder(kind)
      ? reminder(kind, mission.id, details, { since: event.at, sent })
      : ARM_VISIT[kind](mission, details, event.at),
  );
  return [...kept, ...armed.filter(isArmed)];
}

/**
 * Each mission waits again for what its status waits for: delays begin with the reopening, a visit that is over is
 * asked for its end. What was due meanwhile is not caught up.
 */
export function timersOfReopened(
  { missions, details }: { readonly missions: readonly Mission[]; readonly details: TicketDetails },
  now: Date,
): readonly Timer[] {
  return missions.flatMap((mission) => (mission.exhausted ? [] : timersFrom(now, mission, details)));
}

const timersFrom = (now: Date, mission: Mission, details: TicketDetails): readonly Timer[] =>
  TIMERS_OF[mission.status]
    .map((kind) => revived({ kind, sent: 0, since: now }, mission, details, now))
    .filter(isArmed);

interface Waiting {
  readonly missions: readonly Mission[];
  readonly details: TicketDetails;
  readonly timers: readonly Timer[];
}

/**
 * Of missions that wait for somebody without any timer: they came to their status before it had one, in a release of
 * before. Delays begin now. Without them such a ticket would be grey for ever.
 */
export function timersLacking({ missions, details, timers }: Waiting, now: Date): readonly Timer[] {
  const waits = (mission: Mission) =>
    !isStuck(mission) && !timers.some(({ missionId }) => missionId === mission.id);
  return missions.filter(waits).flatMap((mission) => timersFrom(now, mission, details));
}

function sentBefore(event: TimedEvent): number {
  if (event.type === 'ReminderSent') return event.count;
  return event.type === 'QuotePromised' ? Infinity : 0;
}

/**
 * A timer of a stage gone back to. One whose moment has passed counts anew from now: a delay, or the end of the
 * visit; nobody is reminded of a visit, or asked about its beginning, too late.
 */
function revived(
  timer: Pick<Timer, 'kind' | 'sent' | 'since'>,
  mission: Mission,
  details: TicketDetails,
  now: Date,
): Timer | undefined {
  const { kind, sent, since } = timer;
  const again = isReminder(kind)
    ? reminder(kind, mission.id, details, { since, sent })
    : ARM_VISIT[kind](mission, details, now);
  if (!again || again.dueAt > now) return again;
  if (isReminder(kind)) return reminder(kind, mission.id, details, { since: now, sent });
  const visit = visitOf(mission);
  if (kind !== 'COMPLETION' || !visit) return undefined;
  const minutes = visit.appointment.durationMinutes + details.timerSettings.completionMinutes;
  return once(kind, mission, now.getTime() + minutes * MINUTE_MS, now);
}

export function isArmed(timer: Timer | undefined): timer is Timer {
  return timer !== undefined;
}
