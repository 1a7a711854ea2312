import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ClientRequestSchema,
  FollowUpSchema,
  GetAudienceRequest,
  GetAudienceResponseSchema,
  GetFollowUpRequest,
  GetFollowUpResponseSchema,
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
import { ListRequestsQuery } from '../../application/reading/list-requests.query.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { clientRequestOf } from '../../domain/audiences/client-request.js';
import { descriptionForThirdParties } from '../../domain/audiences/contractor-view.js';
import { followUpOf } from '../../domain/audiences/follow-up.js';
import { endedAt } from '../../domain/ticket/ticket.js';
import { toAgencyId } from './from-proto.js';
import { toClientScope } from './requests.from-proto.js';
import { toAppointmentMessage, toTimestamp } from './to-proto.js';

/** What clients read on their extranet: manual, "Suivi d'intervention", and their own requests. */
@Controller()
export class FollowUpsController {
  constructor(
    private readonly followUpsQuery: FollowUpsQuery,
    private readonly listRequestsQuery: ListRequestsQuery,
  ) {}

  @RpcMethod(TicketsService.method.listFollowUps)
  async listFollowUps(
    @Payload() request: ListFollowUpsRequest,
  ): Promise<MessageInitShape<typeof ListFollowUpsResponseSchema>> {
    const { cursor, limit } = request;
    const agencyId = toAgencyId(request.agencyId);
    const scope = toClientScope(request.scope);
    const { records, nextCursor } = await this.followUpsQuery.list(agencyId, scope, { cursor, limit });
    return { followUps: records.map(toFollowUpMessage), nextCursor };
  }

  @RpcMethod(TicketsService.method.getFollowUp)
  async getFollowUp(
    @Payload() request: GetFollowUpRequest,
  ): Promise<MessageInitShape<typeof GetFollowUpResponseSchema>> {
    const agencyId = toAgencyId(request.agencyId);
    const record = await this.followUpsQuery.get(agencyId, toClientScope(request.scope), request.ticketId);
    return { followUp: toFollowUpMessage(record) };
  }

  @RpcMethod(TicketsService.method.listRequests)
  async listRequests(
    @Payload() request: ListRequestsRequest,
  ): Promise<MessageInitShape<typeof ListRequestsResponseSchema>> {
    const { partyId, cursor, limit } = request;
    const agencyId = toAgencyId(request.agencyId);
    const { records, nextCursor } = await this.listRequestsQuery.execute(agencyId, partyId, {
      cursor,
      limit,
    });
    return { requests: records.map(toRequestMessage), nextCursor };
  }

  @RpcMethod(TicketsService.method.getAudience)
  async getAudience(
    @Payload() request: GetAudienceRequest,
  ): Promise<MessageInitShape<typeof GetAudienceResponseSchema>> {
    const agencyId = toAgencyId(request.agencyId);
    return { keys: await this.followUpsQuery.keys(agencyId, toClientScope(request.scope)) };
  }
}

function toFollowUpMessage({
  ticket,
  history,
  earlier,
}: TicketRecord): MessageInitShape<typeof FollowUpSchema> {
  const { details, modifiedAt } = ticket;
  const { type, status, colour, steps } = followUpOf(ticket, [...earlier.course, ...history]);
  return {
    ticketId: details.id,
    number: details.number,
    type: TicketType[type],
    status: Status[status],
    colour: Colour[colour],
    subject: details.subject,
    description: descriptionForThirdParties(details),
    placeLabel: details.place.label,
    openedAt: timestampFromDate(details.openedAt),
    modifiedAt: timestampFromDate(modifiedAt),
    closedAt: toTimestamp(endedAt(ticket)),
    steps: steps.map(({ at, fact, appointment }) => ({
      at: timestampFromDate(at),
      fact,
      appointment: appointment && toAppointmentMessage(appointment),
    })),
  };
}

function toRequestMessage({
  ticket,
  history,
  earlier,
}: TicketRecord): MessageInitShape<typeof ClientRequestSchema> {
  const { id, number, module, subject, place, requestedAt } = ticket.details;
  const { state, decidedAt, reason } = clientRequestOf(ticket, [...earlier.course, ...history]);
  return {
    ticketId: id,
    number,
    module: Module[module],
    subject,
    placeLabel: place.label,
    requestedAt: timestampFromDate(requestedAt),
    state: RequestState[state],
    decidedAt: toTimestamp(decidedAt),
    reason,
  };
}
