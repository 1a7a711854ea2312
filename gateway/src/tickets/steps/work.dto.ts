import { LATE_MINUTES, LETTERS, MOST, MOST_CENTS } from '@intervia/rules';
import { PresenceAnswerSchema } from '@intervia/contracts';
import { Choice, Id, Ids, Nested, Text, Whole } from '../../http/fields.js';
import { AppointmentDto } from './appointments.dto.js';

export class AcceptanceDto {
  @Nested(() => AppointmentDto, { required: true })
  appointment!: AppointmentDto;

  @Text(LETTERS.comment)
  comment?: string;
}

export class RefusalDto {
  @Text(LETTERS.comment)
  reason?: string;
}

export class PresenceAnswerDto {
  @Choice(PresenceAnswerSchema, { required: true })
  answer!: string;

  @Whole(LATE_MINUTES.least, LATE_MINUTES.most, { description: 'Only with LATE.' })
  lateMinutes?: number;

  @Text(LETTERS.comment)
  comment?: string;
}

export class CompletionDto {
  @Text(LETTERS.comment)
  comment?: string;

  @Ids(MOST.documents, { description: 'Photos and papers, from POST /api/uploads.' })
  proofIds?: string[];

  @Id({ description: 'The invoice, when it comes along.' })
  invoiceId?: string;

  @Whole(0, MOST_CENTS, { description: 'Cents, with the invoice.' })
  invoiceAmountCents?: number;
}

export class InvoiceDto {
  @Id({ required: true, description: 'From POST /api/uploads.' })
  invoiceId!: string;

  @Whole(0, MOST_CENTS, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(LETTERS.comment)
  comment?: string;
}

export class NewInvoiceRequestDto {
  @Text(LETTERS.comment, { required: true, description: 'What is wrong with the one received.' })
  comment!: string;
}
