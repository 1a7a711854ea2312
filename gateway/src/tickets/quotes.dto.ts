import { CorrespondentRoleSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Nested, NestedList, Text, Whole } from '../http/fields.js';
import { MAX_PEOPLE, PersonDto } from './person.dto.js';
import { TimerSettingsDto } from './timer-settings.dto.js';
import { MAX_CENTS } from './work.dto.js';

const MAX_QUOTES = 10;

export class QuoteRequestDto {
  @Nested(() => TimerSettingsDto, {
    description: 'Delays that the work order had no use for; default: the ticket’s.',
  })
  timers?: TimerSettingsDto;

  @Text(5_000)
  comment?: string;
}

export class QuoteDto {
  @Ids(MAX_QUOTES, { required: true, description: 'From POST /api/uploads.' })
  quoteIds!: string[];

  @Whole(0, MAX_CENTS, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(5_000)
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

  @NestedList(() => PersonDto, MAX_PEOPLE, { description: 'Other members of the council: told, not asked.' })
  informed?: PersonDto[];

  @Text(5_000)
  comment?: string;
}

export class ApprovalDto {
  @Flag({ required: true })
  approved!: boolean;

  @Text(5_000)
  comment?: string;
}

export class QuoteAcceptanceDto {
  @Id({ description: 'The quote signed by the agency, from POST /api/uploads.' })
  signedCopyId?: string;

  @Text(5_000)
  comment?: string;
}
