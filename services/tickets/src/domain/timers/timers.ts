import { afterQuietHours } from './calendar.js';
import type { MissionEvent, WorkOrderRequested } from '../mission/mission-events.js';
import { isQuote, visitOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import { ALL_TIMERS, VISIT_TIMERS, isReminder } from '../mission/timer.js';
import type { ReminderKind, Timer, TimerKind, VisitTimerKind } from '../mission/timer.js';
import type { PresenceAnswer, ReminderSetting, TicketDetails, TimerSettings } from '../values/model.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const REMINDER_SETTINGS: Readonly<Record<ReminderKind, (settings: TimerSettings) => ReminderSetting>> =
  {
    WORK_ORDER_REMINDER: (settings) => settings.workOrder,
    QUOTE_REMINDER: (settings) => settings.quote,
    INVOICE_REMINDER: (settings) => settings.invoice,
    APPROVAL_REMINDER: (settings) => settings.approval,
  };

interface TimerEffect {
  readonly stop: readonly TimerKind[];
  readonly arm: readonly TimerKind[];
}

type TimedEvent = MissionEvent | WorkOrderRequested;

/** Their effect depends on what they carry. */
type VariableEffect = 'PresenceAnswered' | 'ReminderSent' | 'RemindersExhausted' | 'SteppedBack';

const NONE: TimerEffect = { stop: [], arm: [] };
const STOP_ALL: TimerEffect = { stop: ALL_TIMERS, arm: [] };
const BEFORE_VISIT: readonly TimerKind[] = ['VISIT', 'PRESENCE'];

/** The timers column of the specification. Arming a timer that runs replaces it. */
const TIMER_EFFECTS: Readonly<Record<Exclude<TimedEvent['type'], VariableEffect>, TimerEffect>> = {
  WorkOrderRequested: { stop: [], arm: ['WORK_ORDER_REMINDER'] },
  WorkOrderRefused: { stop: ['WORK_ORDER_REMINDER'], arm: [] },
  WorkOrderAccepted: { stop: ['WORK_ORDER_REMINDER'], arm: ['PRESENCE', 'COMPLETION'] },
  QuoteRequested: { stop: ALL_TIMERS, arm: ['QUOTE_REMINDER'] },
  // "QUOTE reminder goes on".
  QuotePromised: NONE,
  QuoteRequestRefused: { stop: ['QUOTE_REMINDER'], arm: [] },
  QuoteReceived: STOP_ALL,
  ApprovalRequested: { stop: [], arm: ['APPROVAL_REMINDER'] },
  ApprovalAnswered: { stop: ['APPROVAL_REMINDER'], arm: [] },
  QuoteAccepted: STOP_ALL,
  QuoteRefused: STOP_ALL,
  MissionReplaced: STOP_ALL,
  AppointmentProposed: { stop: VISIT_TIMERS, arm: [] },
  AppointmentValidated: { stop: [], arm: VISIT_TIMERS },
  AppointmentPostponed: { stop: VISIT_TIMERS, arm: [] },
  AppointmentCancelled: { stop: VISIT_TIMERS, arm: [] },
  VisitReminded: { stop: ['VISIT'], arm: [] },
  PresenceAsked: { stop: BEFORE_VISIT, arm: [] },
  CompletionAsked: { stop: VISIT_TIMERS, arm: [] },
  CompletionReported: { stop: VISIT_TIMERS, arm: [] },
  InvoiceRequested: { stop: [], arm: ['INVOICE_REMINDER'] },
  InvoiceReceived: { stop: ['INVOICE_REMINDER'], arm: [] },
  NewInvoiceRequested: { stop: [], arm: ['INVOICE_REMINDER'] },
  ReadingAcknowledged: NONE,
};

const PRESENCE_EFFECTS: Readonly<Record<PresenceAnswer, TimerEffect>> = {
  CONFIRMED: { stop: BEFORE_VISIT, arm: ['COMPLETION'] },
  LATE: { stop: BEFORE_VISIT, arm: ['COMPLETION'] },
  ABSENT: { stop: VISIT_TIMERS, arm: [] },
  POSTPONED: { stop: VISIT_TIMERS, arm: [] },
};

function effectOf(event: TimedEvent, before: Mission | undefined): TimerEffect {
  // Reminders were used up: the promise has its delay too, or it would be waited for for ever.
  if (event.type === 'QuotePromised' && before?.exhausted) return { stop: [], arm: ['QUOTE_REMINDER'] };
  if (event.type === 'ReminderSent') return { stop: [], arm: [event.kind] };
  if (event.type === 'RemindersExhausted') return { stop: [event.kind], arm: [] };
  if (event.type === 'PresenceAnswered') return PRESENCE_EFFECTS[event.answer];
  return event.type === 'SteppedBack' ? STOP_ALL : TIMER_EFFECTS[event.type];
}

/** Undefined where the ticket wants no such reminder. */
export function reminder(
  kind: ReminderKind,
  missionId: string,
  { timerSettings }: TicketDetails,
  { since, sent }: Pick<Timer, 'since' | 'sent'>,
): Timer | undefined {
  const { hours, maximum } = REMINDER_SETTINGS[kind](timerSettings);
  if (maximum === 0) return undefined;
  const dueAt = afterQuietHours(new Date(since.getTime() + hours * HOUR_MS), timerSettings.quiet);
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
    const dueAt = start - timerSettings.visitHours * HOUR_MS;
    // The contractor who just fixed the appointment needs no reminder of it.
    if (timerSettings.visitHours === 0 || dueAt <= now.getTime()) return undefined;
    return once('VISIT', mission, dueAt, now);
  },
  PRESENCE: (mission, { askPresence, timerSettings }, now) => {
    const start = visitOf(mission)?.appointment.start;
    // Nobody asks "are you there?" about a visit entered after the fact.
    if (!(askPresence || isQuote(mission)) || !start || start <= now) return undefined;
    return once('PRESENCE', mission, start.getTime() - timerSettings.presenceMinutes * MINUTE_MS, now);
  },
  COMPLETION: (mission, { timerSettings }, now) => {
    const visit = visitOf(mission);
    if (!visit) return undefined;
    const minutes = visit.appointment.durationMinutes + visit.lateMinutes + timerSettings.completionMinutes;
    return once('COMPLETION', mission, visit.appointment.start.getTime() + minutes * MINUTE_MS, now);
  },
};

interface Moved {
  readonly mission: Mission;
  /** Undefined for a first request. */
  readonly before: Mission | undefined;
  readonly details: TicketDetails;
}

/** The timers after `event` brought a mission to where it now is. */
export function timersAfter(
  timers: readonly Timer[],
  event: TimedEvent,
  { mission, before, details }: Moved,
): readonly Timer[] {
  const { stop, arm } = effectOf(event, before);
  const replaced = new Set<TimerKind>([...stop, ...arm]);
  const kept = timers.filter((timer) => timer.missionId !== mission.id || !replaced.has(timer.kind));
  if (event.type === 'SteppedBack') {
    const left = before?.past.at(-1)?.timers ?? [];
    return [...kept, ...left.map((timer) => revived(timer, mission, details, event.at)).filter(isArmed)];
  }
  const sent = sentBefore(event);
  const armed = arm.map((kind) =>
    isReminder(kind)
      ? reminder(kind, mission.id, details, { since: event.at, sent })
      : ARM_VISIT[kind](mission, details, event.at),
  );
  return [...kept, ...armed.filter(isArmed)];
}

function sentBefore(event: TimedEvent): number {
  if (event.type === 'ReminderSent') return event.count;
  return event.type === 'QuotePromised' ? Infinity : 0;
}

/**
 * A timer of a stage gone back to. One whose moment has passed counts anew from now: a delay, or the end of the
 * visit; nobody is reminded of a visit, or asked about its beginning, too late.
 */
function revived(timer: Timer, mission: Mission, details: TicketDetails, now: Date): Timer | undefined {
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
