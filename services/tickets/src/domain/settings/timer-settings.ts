import { TIMERS } from '@intervia/rules';
import type { FieldError } from '@intervia/rules';
import type { QuietHours, ReminderSetting, TimerSettings } from '../values/model.js';

const REMINDER_NAMES = ['workOrder', 'quote', 'invoice', 'approval'] as const;
const MOMENT_NAMES = ['visitHours', 'presenceMinutes', 'completionMinutes'] as const;

type ReminderName = (typeof REMINDER_NAMES)[number];
type MomentName = (typeof MOMENT_NAMES)[number];

/** What a form chose; what is absent stays as it is, or takes the default. */
export type TimerChoice = { readonly [N in ReminderName]?: Partial<ReminderSetting> } & {
  readonly [N in MomentName]?: number;
} & { readonly quiet?: QuietHours };

/** The choice, completed by what stands. */
export function chosenTimers(choice: TimerChoice | undefined, present: TimerSettings): TimerSettings {
  const reminder = (name: ReminderName): ReminderSetting => ({
    hours: choice?.[name]?.hours ?? present[name].hours,
    maximum: choice?.[name]?.maximum ?? present[name].maximum,
  });
  return {
    workOrder: reminder('workOrder'),
    quote: reminder('quote'),
    invoice: reminder('invoice'),
    approval: reminder('approval'),
    visitHours: choice?.visitHours ?? present.visitHours,
    presenceMinutes: choice?.presenceMinutes ?? present.presenceMinutes,
    completionMinutes: choice?.completionMinutes ?? present.completionMinutes,
    quiet: choice?.quiet ?? present.quiet,
  };
}

export function checkTimers(timers: TimerChoice): FieldError[] {
  const { reminderHours } = TIMERS;
  return [
    ...REMINDER_NAMES.flatMap((name) => [
      // A reminder without a delay would leave with the request.
      ...checkRange(`timers.${name}.hours`, timers[name]?.hours, reminderHours.least, reminderHours.most),
      ...checkRange(`timers.${name}.maximum`, timers[name]?.maximum, 0, TIMERS.reminders),
    ]),
    ...MOMENT_NAMES.flatMap((name) => checkRange(`timers.${name}`, timers[name], 0, TIMERS[name])),
    ...checkRange('timers.quiet.from', timers.quiet?.from, 0, TIMERS.lastHour),
    ...checkRange('timers.quiet.until', timers.quiet?.until, 0, TIMERS.lastHour),
  ];
}

function checkRange(field: string, value: number | undefined, min: number, max: number): FieldError[] {
  if (value === undefined || (value >= min && value <= max)) return [];
  return [{ field, code: value > max ? 'TOO_LARGE' : 'TOO_SMALL' }];
}
