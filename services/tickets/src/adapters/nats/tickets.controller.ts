import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  CloseTicketRequest,
  GetMissionRequest,
  GetMissionResponseSchema,
  GetTicketRequest,
  ImportTicketsRequest,
  ImportTicketsResponseSchema,
  ListTicketsRequest,
  ListTicketsResponseSchema,
  MarkReadRequest,
  MarkReadResponseSchema,
  OpenTicketRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CloseTicketHandler } from '../../application/opening/close-ticket.handler.js';
import { GetMissionQuery } from '../../application/reading/get-mission.query.js';
import { GetTicketQuery } from '../../application/reading/get-ticket.query.js';
import { ImportTicketsHandler } from '../../application/opening/import-tickets.handler.js';
import { ListTicketsQuery } from '../../application/reading/list-tickets.query.js';
import { MarkReadHandler } from '../../application/reading/mark-read.handler.js';
import { OpenTicketHandler } from '../../application/opening/open-ticket.handler.js';
import { toAgencyId, toCaller, toCommandContext, toDraft, toPastTicket, toTarget } from './from-proto.js';
import { toMissionView } from './views/mission-view.mapper.js';
import type { TicketAnswer } from './missions.controller.js';
import { toListRequest, toRowMessage } from './views/list.mapper.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** The ticket as a whole. */
@Controller()
export class TicketsController {
  constructor(
    private readonly openTicketHandler: OpenTicketHandler,
    private readonly closeTicketHandler: CloseTicketHandler,
    private readonly importTicketsHandler: ImportTicketsHandler,
    private readonly markReadHandler: MarkReadHandler,
    private readonly getTicketQuery: GetTicketQuery,
    private readonly getMissionQuery: GetMissionQuery,
    private readonly listTicketsQuery: ListTicketsQuery,
  ) {}

  @RpcMethod(TicketsService.method.openTicket)
  async openTicket(@Payload() request: OpenTicketRequest): TicketAnswer {
    const caller = toCommandContext(request.context);
    const record = await this.openTicketHandler.execute(caller, toDraft(request.draft));
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.closeTicket)
  async closeTicket(@Payload() request: CloseTicketRequest): TicketAnswer {
    const record = await this.closeTicketHandler.execute(toTarget(request), request.comment);
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.importTickets)
  async importTickets(
    @Payload() request: ImportTicketsRequest,
  ): Promise<MessageInitShape<typeof ImportTicketsResponseSchema>> {
    const past = request.tickets.map(toPastTicket);
    return { imported: await this.importTicketsHandler.execute(toAgencyId(request.agencyId), past) };
  }

  @RpcMethod(TicketsService.method.markRead)
  async markRead(
    @Payload() request: MarkReadRequest,
  ): Promise<MessageInitShape<typeof MarkReadResponseSchema>> {
    await this.markReadHandler.execute(toCaller(request.caller), request.ticketId);
    return {};
  }

  @RpcMethod(TicketsService.method.getTicket)
  async getTicket(@Payload() request: GetTicketRequest): TicketAnswer {
    const record = await this.getTicketQuery.execute(toCaller(request.caller), request.ticketId);
    return { ticket: toTicketMessage(record) };
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() request: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    const { ticketId, missionId } = request;
    const caller = toCaller(request.caller);
    const part = await this.getMissionQuery.execute(caller, ticketId, missionId);
    return { mission: toMissionView(part) };
  }

  @RpcMethod(TicketsService.method.listTickets)
  async listTickets(
    @Payload() request: ListTicketsRequest,
  ): Promise<MessageInitShape<typeof ListTicketsResponseSchema>> {
    const caller = toCaller(request.caller);
    const { rows, nextCursor } = await this.listTicketsQuery.execute(caller, toListRequest(request));
    return { tickets: rows.map(toRowMessage), nextCursor };
  }
}
