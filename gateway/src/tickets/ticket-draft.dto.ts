import { GroupSchema, ModuleSchema, SourceSchema, VisibilitySchema } from '@intervia/contracts';
import { Choice, Choices, Flag, Id, Ids, Instant, Nested, NestedList, Text } from '../http/fields.js';
import { MAX_PEOPLE, PersonDto } from './person.dto.js';
import { TimerSettingsDto } from './timer-settings.dto.js';

export const MAX_ATTACHMENTS = 20;
export const GROUPS =
  'All members of the council; all co-owners of the building: found in the directory, each person once.';

export class TicketPlaceDto {
  @Id({ description: 'For a whole building.' })
  buildingId?: string;

  @Id({ description: 'For a unit.' })
  unitId?: string;
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

  @Choices(GroupSchema, { description: GROUPS })
  notifiedGroups?: string[];

  @Ids(MAX_ATTACHMENTS, { description: 'From POST /api/uploads.' })
  attachmentIds?: string[];

  @Nested(() => TimerSettingsDto, { description: 'Absent fields take the agency’s defaults.' })
  timers?: TimerSettingsDto;

  @Flag({
    description:
      'Ask for the invoice as soon as a completion comes without one. Default: the module’s setting.',
  })
  automaticInvoiceRequest?: boolean;

  @Flag({ description: 'Ask contractors for an acknowledgement of reading. Default: the module’s setting.' })
  readReceipt?: boolean;
}
