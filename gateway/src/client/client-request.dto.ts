import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import type { ClientRequest, DocumentRef, GetRequestResponse, Module } from '@intervia/contracts';
import { RequestState as RequestStates, RequestStateSchema } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { ApiProperty } from '@nestjs/swagger';
import { enumNames } from '../mapping/enums.js';

type RequestState = 'PENDING' | 'VALIDATED' | 'CANCELLED';

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

/** One line of a client's own requests. */
export class OwnRequestRowDto {
  @ApiProperty()
  ticketId!: string;
  @ApiProperty()
  number!: number;
  @ApiProperty()
  subject!: string;
  @ApiProperty()
  placeLabel!: string;
  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;
  @ApiProperty({ enum: enumNames(RequestStateSchema), enumName: RequestStateSchema.name })
  state!: RequestState;
  @ApiProperty({ format: 'date-time', required: false })
  decidedAt?: string;
  @ApiProperty({ description: 'Why it was cancelled, when the manager said so.' })
  reason!: string;
  @ApiProperty({ description: 'Whether a follow-up is offered.' })
  followUp!: boolean;
}

export class OwnRequestsDto {
  @ApiProperty({ type: [OwnRequestRowDto] })
  requests!: OwnRequestRowDto[];
  @ApiProperty({ description: 'For the next page; empty on the last one.' })
  nextCursor!: string;
}

/** A client's own request, as the client may read it. */
export class OwnRequestDto extends OwnRequestRowDto {
  @ApiProperty({ description: 'As the client wrote it.' })
  description!: string;
  @ApiProperty({ type: [SentDocumentDto] })
  documents!: SentDocumentDto[];
}

export class RequestLinkDto {
  @ApiProperty({ description: 'Personal: whoever opens it acts in the client’s name.' })
  url!: string;
}

export function ownRequestRowDto(
  { ticketId, number, module, subject, placeLabel, requestedAt, state, decidedAt, reason }: ClientRequest,
  shown: ReadonlySet<Module>,
): OwnRequestRowDto {
  const name = RequestStates[state] as RequestState;
  return {
    ticketId,
    number,
    subject,
    placeLabel,
    requestedAt: instant(requestedAt) ?? '',
    state: name,
    decidedAt: instant(decidedAt),
    reason,
    followUp: name === 'VALIDATED' && shown.has(module),
  };
}

export function ownRequestDto(
  { request, description, documents }: GetRequestResponse,
  shown: ReadonlySet<Module>,
): OwnRequestDto {
  if (!request) throw new AppError('TICKET_NOT_FOUND', 'not-found');
  return {
    ...ownRequestRowDto(request, shown),
    description,
    documents: documents.map(sentDocumentDto),
  };
}

function sentDocumentDto({ id, name, mediaType, size }: DocumentRef): SentDocumentDto {
  return { id, name, mediaType, size };
}

function instant(at: Timestamp | undefined): string | undefined {
  return at && timestampDate(at).toISOString();
}
