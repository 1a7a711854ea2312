import { Nested, Whole } from '../../http/fields.js';

class ReminderSettingDto {
  @Whole(1, 24 * 365, { description: 'Hours before a reminder.' })
  hours?: number;

  @Whole(0, 20, { description: 'Reminders at most; 0 for none.' })
  maximum?: number;
}

/** No reminder leaves between these hours of the day, Europe/Paris; equal hours for no quiet hours. */
class QuietHoursDto {
  @Whole(0, 23, { required: true })
  from!: number;

  @Whole(0, 23, { required: true })
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

  @Whole(0, 24 * 30, { description: 'Hours before the appointment; 0 for no visit reminder.' })
  visitHours?: number;

  @Whole(0, 24 * 60, { description: 'Minutes before the appointment.' })
  presenceMinutes?: number;

  @Whole(0, 24 * 60, { description: 'Minutes after the end of the appointment.' })
  completionMinutes?: number;

  @Nested(() => QuietHoursDto)
  quiet?: QuietHoursDto;
}
