import { CorrespondentRoleSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Nested, NestedList, Text, Whole } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { TimerSettingsDto } from '../opening/timer-settings.dto.js';
import { LIMITS } from '../limits.js';

export class QuoteRequestDto {
  @Nested(() => TimerSettingsDto, {
    description: 'Delays that the work order had no use for; default: the ticket’s.',
  })
  timers?: TimerSettingsDto;

  @Text(LIMITS.comment)
  comment?: string;
}

export class QuoteDto {
  @Ids(LIMITS.quotes, { required: true, description: 'From POST /api/uploads.' })
  quoteIds!: string[];

  @Whole(0, LIMITS.cents, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(LIMITS.comment)
  comment?: string;
}

/** Manual, "Acceptation du devis": who decides, and who is only told. */
export class ApprovalRequestDto {
  @Id({ description: 'Someone already asked or written to on this ticket; else role and approver.' })
  correspondentId?: string;

  @Choice(CorrespondentRoleSchema)
  role?: string;

  @Nested(() => PersonDto)
  approver?: PersonDto;

  @NestedList(() => PersonDto, LIMITS.people, {
    description: 'Other members of the council: told, not asked.',
  })
  informed?: PersonDto[];

  @Text(LIMITS.comment)
  comment?: string;
}

export class ApprovalDto {
  @Flag({ required: true })
  approved!: boolean;

  @Text(LIMITS.comment)
  comment?: string;
}

export class QuoteAcceptanceDto {
  @Id({ description: 'The quote signed by the agency, from POST /api/uploads.' })
  signedCopyId?: string;

  @Text(LIMITS.comment)
  comment?: string;
}
