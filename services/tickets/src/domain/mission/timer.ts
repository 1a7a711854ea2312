export const REMINDERS = [
  'WORK_ORDER_REMINDER',
  'QUOTE_REMINDER',
  'INVOICE_REMINDER',
  'APPROVAL_REMINDER',
  'APPOINTMENT_REMINDER',
  'COMPLETION_REMINDER',
] as const;
/** Exempt from quiet hours (specification, "Timers"). */
export const VISIT_TIMERS = ['VISIT', 'PRESENCE', 'COMPLETION'] as const;
export const ALL_TIMERS = [...REMINDERS, ...VISIT_TIMERS];

export type ReminderKind = (typeof REMINDERS)[number];
export type VisitTimerKind = (typeof VISIT_TIMERS)[number];
export type TimerKind = ReminderKind | VisitTimerKind;

export interface Timer {
  readonly kind: TimerKind;
  readonly missionId: string;
  readonly dueAt: Date;
  /** The request or reminder that the delay counts from; of a visit's timer, when it was armed. */
  readonly since: Date;
  /** Reminders already sent. */
  readonly sent: number;
  /** 0 for a timer that fires once. */
  readonly maximum: number;
}

export function isReminder(kind: TimerKind): kind is ReminderKind {
  return (REMINDERS as readonly TimerKind[]).includes(kind);
}

export function isOfVisit(kind: TimerKind): kind is VisitTimerKind {
  return !isReminder(kind);
}
