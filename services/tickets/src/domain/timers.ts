import { afterQuietHours } from './calendar.js';
import type { MissionEvent, WorkOrderRequested } from './events.js';
import { visitOf } from './mission.js';
import type { Mission } from './mission.js';
import type { PresenceAnswer, ReminderSetting, TicketDetails, TimerSettings } from './model.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export type ReminderKind = 'WORK_ORDER_REMINDER' | 'INVOICE_REMINDER';
/** Exempt from quiet hours (specification, "Timers"). */
type VisitTimerKind = 'PRESENCE' | 'COMPLETION';
export type TimerKind = ReminderKind | VisitTimerKind;

export interface Timer {
  readonly kind: TimerKind;
  readonly missionId: string;
  readonly dueAt: Date;
  /** Reminders already sent. */
  readonly sent: number;
  /** 0 for a timer that fires once. */
  readonly maximum: number;
}

export function isReminder(kind: TimerKind): kind is ReminderKind {
  return kind === 'WORK_ORDER_REMINDER' || kind === 'INVOICE_REMINDER';
}

const REMINDER_SETTINGS: Readonly<Record<ReminderKind, (settings: TimerSettings) => ReminderSetting>> = {
  WORK_ORDER_REMINDER: (settings) => settings.workOrder,
  INVOICE_REMINDER: (settings) => settings.invoice,
};

interface TimerEffect {
  readonly stop: readonly TimerKind[];
  readonly arm: readonly TimerKind[];
}

type TimedEvent = MissionEvent | WorkOrderRequested;

const VISIT_TIMERS: readonly TimerKind[] = ['PRESENCE', 'COMPLETION'];

/** Their effect depends on what they carry. */
type VariableEffect = 'PresenceAnswered' | 'ReminderSent' | 'RemindersExhausted';

/** The timers column of the specification. Arming a timer that runs replaces it. */
const TIMER_EFFECTS: Readonly<Record<Exclude<TimedEvent['type'], VariableEffect>, TimerEffect>> = {
  WorkOrderRequested: { stop: [], arm: ['WORK_ORDER_REMINDER'] },
  WorkOrderRefused: { stop: ['WORK_ORDER_REMINDER'], arm: [] },
  WorkOrderAccepted: { stop: ['WORK_ORDER_REMINDER'], arm: VISIT_TIMERS },
  PresenceAsked: { stop: ['PRESENCE'], arm: [] },
  CompletionAsked: { stop: VISIT_TIMERS, arm: [] },
  CompletionReported: { stop: VISIT_TIMERS, arm: [] },
  InvoiceRequested: { stop: [], arm: ['INVOICE_REMINDER'] },
  InvoiceReceived: { stop: ['INVOICE_REMINDER'], arm: [] },
  NewInvoiceRequested: { stop: [], arm: ['INVOICE_REMINDER'] },
};

const PRESENCE_EFFECTS: Readonly<Record<PresenceAnswer, TimerEffect>> = {
  CONFIRMED: { stop: ['PRESENCE'], arm: ['COMPLETION'] },
  LATE: { stop: ['PRESENCE'], arm: ['COMPLETION'] },
  ABSENT: { stop: VISIT_TIMERS, arm: [] },
  POSTPONED: { stop: VISIT_TIMERS, arm: [] },
};

function effectOf(event: TimedEvent): TimerEffect {
  if (event.type === 'ReminderSent') return { stop: [], arm: [event.kind] };
  if (event.type === 'RemindersExhausted') return { stop: [event.kind], arm: [] };
  if (event.type === 'PresenceAnswered') return PRESENCE_EFFECTS[event.answer];
  return TIMER_EFFECTS[event.type];
}

type Arm = (mission: Mission, details: TicketDetails, event: TimedEvent) => Timer | undefined;

function armReminder(kind: ReminderKind): Arm {
  return (mission, details, event) => {
    const { hours, maximum } = REMINDER_SETTINGS[kind](details.timerSettings);
    const dueAt = afterQuietHours(
      new Date(event.at.getTime() + hours * HOUR_MS),
      details.timerSettings.quiet,
    );
    const sent = event.type === 'ReminderSent' ? event.count : 0;
    return { kind, missionId: mission.id, dueAt, sent, maximum };
  };
}

function once(kind: VisitTimerKind, mission: Mission, dueAt: number): Timer {
  return { kind, missionId: mission.id, dueAt: new Date(dueAt), sent: 0, maximum: 0 };
}

const ARM: Readonly<Record<TimerKind, Arm>> = {
  WORK_ORDER_REMINDER: armReminder('WORK_ORDER_REMINDER'),
  INVOICE_REMINDER: armReminder('INVOICE_REMINDER'),
  PRESENCE: (mission, details, event) => {
    const start = visitOf(mission)?.appointment.start;
    // Nobody asks "are you there?" about a visit entered after the fact.
    if (!details.askPresence || !start || start <= event.at) return undefined;
    return once('PRESENCE', mission, start.getTime() - details.timerSettings.presenceMinutes * MINUTE_MS);
  },
  COMPLETION: (mission, details) => {
    const visit = visitOf(mission);
    if (!visit) return undefined;
    const minutes =
      visit.appointment.durationMinutes + visit.lateMinutes + details.timerSettings.completionMinutes;
    return once('COMPLETION', mission, visit.appointment.start.getTime() + minutes * MINUTE_MS);
  },
};

/** The timers after `event` brought `mission` to where it now is. */
export function timersAfter(
  timers: readonly Timer[],
  event: TimedEvent,
  mission: Mission,
  details: TicketDetails,
): readonly Timer[] {
  const { stop, arm } = effectOf(event);
  const replaced = new Set<TimerKind>([...stop, ...arm]);
  const kept = timers.filter((timer) => timer.missionId !== mission.id || !replaced.has(timer.kind));
  const armed = arm.map((kind) => ARM[kind](mission, details, event)).filter((timer) => timer !== undefined);
  return [...kept, ...armed];
}
