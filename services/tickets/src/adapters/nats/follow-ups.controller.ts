import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ClientRequestSchema,
  FollowUpSchema,
  GetAudienceRequest,
  GetAudienceResponseSchema,
  GetFollowUpRequest,
  GetFollowUpResponseSchema,
  GetRequestRequest,
  GetRequestResponseSchema,
  ListFollowUpsRequest,
  ListFollowUpsResponseSchema,
  ListRequestsRequest,
  ListRequestsResponseSchema,
} from '@intervia/contracts';
import { Colour, Module, RequestState, Status, TicketType, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FollowUpsQuery } from '../../application/reading/follow-ups.query.js';
import { OwnRequestsQuery } from '../../application/reading/own-requests.query.js';
import type { ClientRow } from '../../application/ports/client-tickets.js';
import { descriptionForThirdParties } from '../../domain/audiences/contractor-view.js';
import { requesterIdOf } from '../../domain/ticket/requester.js';
import { toAgencyId } from './from-proto.js';
import { toClientScope } from './requests.from-proto.js';
import { toAppointmentMessage, toDocumentMessage, toTimestamp } from './to-proto.js';

/** What clients read on their extranet: manual, "Suivi d'intervention", and their own requests. */
@Controller()
export class FollowUpsController {
  constructor(
    private readonly followUpsQuery: FollowUpsQuery,
    private readonly ownRequestsQuery: OwnRequestsQuery,
  ) {}

  @RpcMethod(TicketsService.method.listFollowUps)
  async listFollowUps(
    @Payload() request: ListFollowUpsRequest,
  ): Promise<MessageInitShape<typeof ListFollowUpsResponseSchema>> {
    const { cursor, limit } = request;
    const agencyId = toAgencyId(request.agencyId);
    const scope = toClientScope(request.scope);
    const { rows, nextCursor } = await this.followUpsQuery.list(agencyId, scope, { cursor, limit });
    return { followUps: rows.map(toFollowUpMessage), nextCursor };
  }

  @RpcMethod(TicketsService.method.getFollowUp)
  async getFollowUp(
    @Payload() request: GetFollowUpRequest,
  ): Promise<MessageInitShape<typeof GetFollowUpResponseSchema>> {
    const agencyId = toAgencyId(request.agencyId);
    const row = await this.followUpsQuery.get(agencyId, toClientScope(request.scope), request.ticketId);
    return { followUp: toFollowUpMessage(row) };
  }

  @RpcMethod(TicketsService.method.listRequests)
  async listRequests(
    @Payload() request: ListRequestsRequest,
  ): Promise<MessageInitShape<typeof ListRequestsResponseSchema>> {
    const { partyId, cursor, limit } = request;
    const agencyId = toAgencyId(request.agencyId);
    const { rows, nextCursor } = await this.ownRequestsQuery.list(agencyId, partyId, { cursor, limit });
    return { requests: rows.map(toRequestMessage), nextCursor };
  }

  @RpcMethod(TicketsService.method.getRequest)
  async getRequest(
    @Payload() { agencyId, partyId, ticketId }: GetRequestRequest,
  ): Promise<MessageInitShape<typeof GetRequestResponseSchema>> {
    const found = await this.ownRequestsQuery.get(toAgencyId(agencyId), partyId, ticketId);
    const { row, description, documents } = found;
    return {
      request: toRequestMessage(row),
      description,
      documents: documents.map(toDocumentMessage),
      requesterId: requesterIdOf(partyId),
    };
  }

  @RpcMethod(TicketsService.method.getAudience)
  async getAudience(
    @Payload() request: GetAudienceRequest,
  ): Promise<MessageInitShape<typeof GetAudienceResponseSchema>> {
    const agencyId = toAgencyId(request.agencyId);
    return { keys: await this.followUpsQuery.keys(agencyId, toClientScope(request.scope)) };
  }
}

function toFollowUpMessage(row: ClientRow): MessageInitShape<typeof FollowUpSchema> {
  const { type, status, colour, steps } = row.followUp;
  return {
    ticketId: row.id,
    number: row.number,
    type: TicketType[type],
    status: Status[status],
    colour: Colour[colour],
    subject: row.subject,
    description: descriptionForThirdParties(row),
    placeLabel: row.placeLabel,
    openedAt: timestampFromDate(row.openedAt),
    modifiedAt: timestampFromDate(row.modifiedAt),
    closedAt: toTimestamp(row.closedAt),
    steps: steps.map(({ at, fact, appointment }) => ({
      at: timestampFromDate(at),
      fact,
      appointment: appointment && toAppointmentMessage(appointment),
    })),
  };
}

function toRequestMessage(row: ClientRow): MessageInitShape<typeof ClientRequestSchema> {
  const { state, decidedAt, reason } = row.request;
  return {
    ticketId: row.id,
    number: row.number,
    module: Module[row.module],
    subject: row.subject,
    placeLabel: row.placeLabel,
    requestedAt: timestampFromDate(row.requestedAt),
    state: RequestState[state],
    decidedAt: toTimestamp(decidedAt),
    reason,
  };
}
