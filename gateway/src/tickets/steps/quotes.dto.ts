import { LETTERS, MOST, MOST_CENTS } from '@intervia/rules';
import { AgreementMeansSchema, CorrespondentRoleSchema } from '@intervia/contracts';
import { Choice, Flag, Id, Ids, Instant, Nested, NestedList, Text, Whole } from '../../http/fields.js';
import { PersonDto } from '../../directory/person.dto.js';
import { TimerSettingsDto } from '../opening/timer-settings.dto.js';

export class QuoteRequestDto {
  @Nested(() => TimerSettingsDto, {
    description: 'Delays that the work order had no use for; default: the ticket’s.',
  })
  timers?: TimerSettingsDto;

  @Text(LETTERS.comment)
  comment?: string;
}

export class QuoteDto {
  @Ids(MOST.quotes, { required: true, description: 'From POST /api/uploads.' })
  quoteIds!: string[];

  @Whole(0, MOST_CENTS, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(LETTERS.comment)
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

  @NestedList(() => PersonDto, MOST.people, {
    description: 'Other members of the council: told, not asked.',
  })
  informed?: PersonDto[];

  @Text(LETTERS.comment)
  comment?: string;
}

/** An answer that was not given through the link. */
class AgreementDto {
  @Id({ description: 'Who was not asked: someone written to on this ticket; else role and approver.' })
  correspondentId?: string;

  @Choice(CorrespondentRoleSchema)
  role?: string;

  @Nested(() => PersonDto)
  approver?: PersonDto;

  @Choice(AgreementMeansSchema, { required: true, description: 'How it was said.' })
  means!: string;

  @Instant({ required: true, description: 'When it was said.' })
  saidAt!: string;

  @Ids(MOST.documents, { description: 'What proves it, from POST /api/uploads; or else a comment.' })
  proofIds?: string[];
}

export class ApprovalDto {
  @Flag({ required: true })
  approved!: boolean;

  @Text(LETTERS.comment)
  comment?: string;

  @Nested(() => AgreementDto, {
    description:
      'How an answer was given that did not come through the link. Wanted when nobody was asked yet.',
  })
  agreement?: AgreementDto;
}

export class QuoteAcceptanceDto {
  @Id({ description: 'The quote signed by the agency, from POST /api/uploads.' })
  signedCopyId?: string;

  @Text(LETTERS.comment)
  comment?: string;
}
