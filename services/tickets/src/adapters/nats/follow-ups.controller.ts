import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  FollowUpSchema,
  GetFollowUpRequest,
  GetFollowUpResponseSchema,
  ListFollowUpsRequest,
  ListFollowUpsResponseSchema,
} from '@intervia/contracts';
import { Colour, Status, TicketType, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FollowUpsQuery } from '../../application/follow-ups.query.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { descriptionForThirdParties } from '../../domain/contractor-view.js';
import { followUpOf } from '../../domain/follow-up.js';
import { endedAt } from '../../domain/ticket.js';
import { digicodeLine } from '../../fr.js';
import { toAgencyId } from './from-proto.js';
import { toClientScope } from './requests.from-proto.js';
import { toAppointmentMessage, toTimestamp } from './to-proto.js';

/** Manual, "Suivi d'intervention", on the clients' extranet. */
@Controller()
export class FollowUpsController {
  constructor(private readonly followUpsQuery: FollowUpsQuery) {}

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
}

function toFollowUpMessage({ ticket, history }: TicketRecord): MessageInitShape<typeof FollowUpSchema> {
  const { details, modifiedAt } = ticket;
  const { type, status, colour, steps } = followUpOf(ticket, history);
  return {
    ticketId: details.id,
    number: details.number,
    type: TicketType[type],
    status: Status[status],
    colour: Colour[colour],
    subject: details.subject,
    description: descriptionForThirdParties(details, digicodeLine),
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
