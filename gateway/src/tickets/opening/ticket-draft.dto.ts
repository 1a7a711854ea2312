import { GroupSchema, ModuleSchema, SourceSchema, VisibilitySchema } from '@intervia/contracts';
import { Choice, Choices, Flag, Id, Ids, Instant, Nested, NestedList, Text } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { TimerSettingsDto } from './timer-settings.dto.js';
import { LIMITS } from '../limits.js';

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

  @Text(LIMITS.subject)
  subject?: string;

  @Text(LIMITS.text, { description: 'As sent to contractors.' })
  description?: string;

  @Text(LIMITS.text, { description: 'As the requester told it.' })
  originalDescription?: string;

  @Text(LIMITS.text, { description: 'As sent to notified parties.' })
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

  @NestedList(() => PersonDto, LIMITS.contractors)
  contractors?: PersonDto[];

  @NestedList(() => PersonDto, LIMITS.people)
  contacts?: PersonDto[];

  @NestedList(() => PersonDto, LIMITS.people)
  notified?: PersonDto[];

  @Choices(GroupSchema, { description: GROUPS })
  notifiedGroups?: string[];

  @Ids(LIMITS.attachments, { description: 'From POST /api/uploads.' })
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
