import { LETTERS, MOST } from '@intervia/rules';
import { GroupSchema, ModuleSchema, SourceSchema } from '@intervia/contracts';
import { Choice, Choices, Flag, Id, Ids, Instant, Nested, NestedList, Text } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { WithOptionsDto } from './ticket-options.dto.js';
import { TimerSettingsDto } from './timer-settings.dto.js';

export const GROUPS =
  'All members of the council; all co-owners of the building: found in the directory, each person once.';

export class TicketPlaceDto {
  @Id({ description: 'For a whole building.' })
  buildingId?: string;

  @Id({ description: 'For a unit.' })
  unitId?: string;
}

/** What the creation form sends. What a ticket needs is the rule of the tickets service; here are only shapes. */
export class TicketDraftDto extends WithOptionsDto {
  @Choice(ModuleSchema, { required: true })
  module!: string;

  @Flag({ description: 'A request for quotes instead of a work order.' })
  quote?: boolean;

  @Text(LETTERS.subject)
  subject?: string;

  @Text(LETTERS.text, { description: 'As sent to contractors.' })
  description?: string;

  @Text(LETTERS.text, { description: 'As the requester told it.' })
  originalDescription?: string;

  @Text(LETTERS.text, { description: 'As sent to notified parties.' })
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

  @NestedList(() => PersonDto, MOST.contractors)
  contractors?: PersonDto[];

  @NestedList(() => PersonDto, MOST.people)
  contacts?: PersonDto[];

  @NestedList(() => PersonDto, MOST.people)
  notified?: PersonDto[];

  @Choices(GroupSchema, { description: GROUPS })
  notifiedGroups?: string[];

  @Ids(MOST.documents, { description: 'From POST /api/uploads.' })
  attachmentIds?: string[];

  @Nested(() => TimerSettingsDto, { description: 'Absent fields take the agency’s defaults.' })
  timers?: TimerSettingsDto;
}
