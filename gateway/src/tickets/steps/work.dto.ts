import { PresenceAnswerSchema } from '@intervia/contracts';
import { Choice, Id, Ids, Nested, Text, Whole } from '../../http/fields.js';
import { AppointmentDto } from './appointments.dto.js';
import { LIMITS } from '../limits.js';

export class AcceptanceDto {
  @Nested(() => AppointmentDto, { required: true })
  appointment!: AppointmentDto;

  @Text(LIMITS.comment)
  comment?: string;
}

export class RefusalDto {
  @Text(LIMITS.comment)
  reason?: string;
}

export class PresenceAnswerDto {
  @Choice(PresenceAnswerSchema, { required: true })
  answer!: string;

  @Whole(1, 600, { description: 'Only with LATE.' })
  lateMinutes?: number;

  @Text(LIMITS.comment)
  comment?: string;
}

export class CompletionDto {
  @Text(LIMITS.comment)
  comment?: string;

  @Ids(LIMITS.attachments, { description: 'Photos and papers, from POST /api/uploads.' })
  proofIds?: string[];

  @Id({ description: 'The invoice, when it comes along.' })
  invoiceId?: string;

  @Whole(0, LIMITS.cents, { description: 'Cents, with the invoice.' })
  invoiceAmountCents?: number;
}

export class InvoiceDto {
  @Id({ required: true, description: 'From POST /api/uploads.' })
  invoiceId!: string;

  @Whole(0, LIMITS.cents, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(LIMITS.comment)
  comment?: string;
}

export class NewInvoiceRequestDto {
  @Text(LIMITS.comment, { required: true, description: 'What is wrong with the one received.' })
  comment!: string;
}
