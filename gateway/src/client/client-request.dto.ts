import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type { DocumentRef, Ticket } from '@intervia/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { Decision, RequestState } from './request-state.js';
import { sentDocuments } from './request-state.js';

class SentDocumentDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  mediaType!: string;
  @ApiProperty({ description: 'Bytes.' })
  size!: number;
}

/** A client's own request, as the client may read it. */
export class OwnRequestDto {
  @ApiProperty()
  ticketId!: string;
  @ApiProperty()
  number!: number;
  @ApiProperty()
  subject!: string;
  @ApiProperty({ description: 'As the client wrote it.' })
  description!: string;
  @ApiProperty()
  placeLabel!: string;
  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;
  @ApiProperty({ enum: ['PENDING', 'VALIDATED', 'CANCELLED'] })
  state!: RequestState;
  @ApiProperty({ format: 'date-time', required: false })
  decidedAt?: string;
  @ApiProperty({ description: 'Why it was cancelled, when the manager said so.' })
  reason!: string;
  @ApiProperty({ description: 'Whether a follow-up is offered.' })
  followUp!: boolean;
  @ApiProperty({ type: [SentDocumentDto] })
  documents!: SentDocumentDto[];
}

export function ownRequestDto(ticket: Ticket, { state, entry }: Decision, followUp: boolean): OwnRequestDto {
  const { id, number, subject, originalDescription, place, requestedAt, openedAt } = ticket;
  return {
    ticketId: id,
    number,
    subject,
    description: originalDescription,
    placeLabel: place?.label ?? '',
    requestedAt: instant(requestedAt ?? openedAt) ?? '',
    state,
    decidedAt: instant(entry?.at),
    reason: state === 'CANCELLED' ? (entry?.text ?? '') : '',
    followUp,
    documents: sentDocuments(ticket).map(sentDocumentDto),
  };
}

function sentDocumentDto({ id, name, mediaType, size }: DocumentRef): SentDocumentDto {
  return { id, name, mediaType, size };
}

function instant(at: Timestamp | undefined): string | undefined {
  return at && timestampDate(at).toISOString();
}
