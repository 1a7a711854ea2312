import { PresenceAnswerSchema } from '@intervia/contracts';
import { Choice, Id, Ids, Nested, Text, Whole } from '../http/fields.js';
import { AppointmentDto } from './appointments.dto.js';

export const MAX_CENTS = 1_000_000_000;
const MAX_PROOFS = 20;

export class AcceptanceDto {
  @Nested(() => AppointmentDto, { required: true })
  appointment!: AppointmentDto;

  @Text(5_000)
  comment?: string;
}

export class RefusalDto {
  @Text(5_000)
  reason?: string;
}

export class PresenceAnswerDto {
  @Choice(PresenceAnswerSchema, { required: true })
  answer!: string;

  @Whole(1, 600, { description: 'Only with LATE.' })
  lateMinutes?: number;

  @Text(5_000)
  comment?: string;
}

export class CompletionDto {
  @Text(5_000)
  comment?: string;

  @Ids(MAX_PROOFS, { description: 'Photos and papers, from POST /api/uploads.' })
  proofIds?: string[];

  @Id({ description: 'The invoice, when it comes along.' })
  invoiceId?: string;

  @Whole(0, MAX_CENTS, { description: 'Cents, with the invoice.' })
  invoiceAmountCents?: number;
}

export class InvoiceDto {
  @Id({ required: true, description: 'From POST /api/uploads.' })
  invoiceId!: string;

  @Whole(0, MAX_CENTS, { required: true, description: 'Cents.' })
  amountCents!: number;

  @Text(5_000)
  comment?: string;
}

export class NewInvoiceRequestDto {
  @Text(5_000, { description: 'What is wrong with the one received.' })
  comment?: string;
}
