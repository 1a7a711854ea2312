import { TIMERS } from '@intervia/rules';
import { Nested, Whole } from '../../http/fields.js';

class ReminderSettingDto {
  @Whole(TIMERS.reminderHours.least, TIMERS.reminderHours.most, { description: 'Hours before a reminder.' })
  hours?: number;

  @Whole(0, TIMERS.reminders, { description: 'Reminders at most; 0 for none.' })
  maximum?: number;
}

/** No reminder leaves between these hours of the day, Europe/Paris; equal hours for no quiet hours. */
class QuietHoursDto {
  @Whole(0, TIMERS.lastHour, { required: true })
  from!: number;

  @Whole(0, TIMERS.lastHour, { required: true })
  until!: number;
}

export class TimerSettingsDto {
  @Nested(() => ReminderSettingDto)
  workOrder?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  quote?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  invoice?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  approval?: ReminderSettingDto;

  @Whole(0, TIMERS.visitHours, { description: 'Hours before the appointment; 0 for no visit reminder.' })
  visitHours?: number;

  @Whole(0, TIMERS.presenceMinutes, { description: 'Minutes before the appointment.' })
  presenceMinutes?: number;

  @Whole(0, TIMERS.completionMinutes, { description: 'Minutes after the end of the appointment.' })
  completionMinutes?: number;

  @Nested(() => QuietHoursDto)
  quiet?: QuietHoursDto;
}
