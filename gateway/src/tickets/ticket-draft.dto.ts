import { ModuleSchema, SourceSchema, VisibilitySchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Instant, Nested, NestedList, Text, Whole } from '../http/fields.js';

const MAX_PEOPLE = 50;
const MAX_ATTACHMENTS = 20;
const SEVERAL = 'Several are separated by , or ;';

class ChannelsDto {
  @Flag({ required: true })
  mail!: boolean;

  @Flag({ required: true })
  sms!: boolean;
}

export class PersonDto {
  @Id({ description: 'Directory id; absent for a person typed in by hand.' })
  partyId?: string;

  @Text(200)
  name?: string;

  @Text(2_000, { description: SEVERAL, example: 'a@exemple.fr; b@exemple.fr' })
  mails?: string;

  @Text(1_000, {
    description: `${SEVERAL} French numbers may be written as people do.`,
    example: '06 12 34 56 78',
  })
  mobiles?: string;

  @Nested(() => ChannelsDto)
  channels?: ChannelsDto;

  @Text(2_000)
  comment?: string;

  @Text(50, { description: 'A number to call, as typed.' })
  phone?: string;
}

class TicketPlaceDto {
  @Id({ description: 'For a whole building.' })
  buildingId?: string;

  @Id({ description: 'For a unit.' })
  unitId?: string;
}

class ReminderSettingDto {
  @Whole(1, 24 * 365, { required: true, description: 'Hours before a reminder.' })
  hours!: number;

  @Whole(0, 100, { required: true, description: 'Reminders at most.' })
  maximum!: number;
}

class TimerSettingsDto {
  @Nested(() => ReminderSettingDto)
  workOrder?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  quote?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  invoice?: ReminderSettingDto;

  @Nested(() => ReminderSettingDto)
  approval?: ReminderSettingDto;

  @Whole(0, 24 * 30, { description: 'Hours before the appointment.' })
  visitHours?: number;

  @Whole(0, 24 * 60, { description: 'Minutes before the appointment.' })
  presenceMinutes?: number;

  @Whole(0, 24 * 60, { description: 'Minutes after the end of the appointment.' })
  completionMinutes?: number;
}

/** What the creation form sends. What a ticket needs is the rule of the tickets service; here are only shapes. */
export class TicketDraftDto {
  @Choice(ModuleSchema, { required: true })
  module!: string;

  @Flag({ description: 'A request for quotes instead of a work order.' })
  quote?: boolean;

  @Text(200)
  subject?: string;

  @Text(20_000, { description: 'As sent to contractors.' })
  description?: string;

  @Text(20_000, { description: 'As the requester told it.' })
  originalDescription?: string;

  @Text(20_000, { description: 'As sent to notified parties.' })
  notifiedDescription?: string;

  @Nested(() => TicketPlaceDto, { required: true, description: 'A building or a unit: one of the two.' })
  place!: TicketPlaceDto;

  @Id({ description: 'Default: the signed-in user.' })
  managerId?: string;

  @Nested(() => PersonDto)
  requester?: PersonDto;

  @Choice(SourceSchema)
  source?: string;

  @Instant({ description: 'Default: now.' })
  requestedAt?: string;

  @Flag({ description: 'Automatic sends to third parties are recorded, not sent.' })
  silent?: boolean;

  @Flag({ description: 'Tell contractors who owns the unit.' })
  sendOwner?: boolean;

  @Flag()
  askPresence?: boolean;

  @Flag()
  notifyReminders?: boolean;

  @Flag()
  urgent?: boolean;

  @Choice(VisibilitySchema)
  visibility?: string;

  @NestedList(() => PersonDto, MAX_PEOPLE)
  contractors?: PersonDto[];

  @NestedList(() => PersonDto, MAX_PEOPLE)
  contacts?: PersonDto[];

  @NestedList(() => PersonDto, MAX_PEOPLE)
  notified?: PersonDto[];

  @Ids(MAX_ATTACHMENTS, { description: 'From POST /api/uploads.' })
  attachmentIds?: string[];

  @Nested(() => TimerSettingsDto, { description: 'Absent fields take the agency’s defaults.' })
  timers?: TimerSettingsDto;
}
