import { LETTERS, MOST } from '@intervia/rules';
import { GroupSchema } from '@intervia/contracts';
import { Choices, Id, Ids, Nested, NestedList, Text, Whole } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { GROUPS } from '../opening/ticket-draft.dto.js';
import { WithOptionsDto } from '../opening/ticket-options.dto.js';
import { TimerSettingsDto } from '../opening/timer-settings.dto.js';

/** What is absent stays as it is. */
export class TicketUpdateDto extends WithOptionsDto {
  @Text(LETTERS.subject)
  subject?: string;

  @Text(LETTERS.text, { description: 'As sent to contractors.' })
  description?: string;

  @Text(LETTERS.text, { description: 'As sent to notified parties.' })
  notifiedDescription?: string;

  @Nested(() => TimerSettingsDto, { description: 'Running reminders follow changed delays.' })
  timers?: TimerSettingsDto;

  @NestedList(() => PersonDto, MOST.people, { description: 'All of them; [] for nobody.' })
  contacts?: PersonDto[];

  @NestedList(() => PersonDto, MOST.people, { description: 'All of them, groups apart; [] for nobody.' })
  notified?: PersonDto[];

  @Choices(GroupSchema, { description: `${GROUPS} With notified, all who are notified from now on.` })
  notifiedGroups?: string[];

  @Nested(() => PersonDto)
  requester?: PersonDto;

  @Ids(MOST.documents, { description: 'Added to those it has. From POST /api/uploads.' })
  addedAttachmentIds?: string[];

  @Id({
    description:
      'The last entry of the history that the writer had read: what somebody else changed since is then not overwritten, ' +
      'but answered by TICKET_CHANGED_MEANWHILE with the fields.',
  })
  readUntilEntryId?: string;
}

export class CancellationDto {
  @Text(LETTERS.comment, { description: 'Told to the requester.' })
  reason?: string;
}

export class TimeSpentDto {
  @Whole(1, 3_600, { required: true, description: 'Seconds, added to those of all users.' })
  seconds!: number;
}

export class ManagerChangeDto {
  @Ids(200, { required: true })
  ticketIds!: string[];

  @Id({ required: true })
  managerId!: string;
}
