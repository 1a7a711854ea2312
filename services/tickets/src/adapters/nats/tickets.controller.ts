import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  CloseTicketRequest,
  CountQueuesRequest,
  CountQueuesResponseSchema,
  GetTicketHeadRequest,
  GetTicketHeadResponseSchema,
  GetTicketRequest,
  ImportLivesRequest,
  ImportLivesResponseSchema,
  ImportTicketsRequest,
  ImportTicketsResponseSchema,
  ListEarlierRequest,
  ListEarlierResponseSchema,
  ListTicketsRequest,
  ListTicketsResponseSchema,
  MarkReadRequest,
  MarkReadResponseSchema,
  OpenTicketRequest,
  VerifyHistoryRequest,
  VerifyHistoryResponseSchema,
} from '@intervia/contracts';
import { Module, Queue, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CloseTicketHandler } from '../../application/opening/close-ticket.handler.js';
import { GetTicketHeadQuery } from '../../application/reading/get-ticket-head.query.js';
import { GetTicketQuery } from '../../application/reading/get-ticket.query.js';
import { ImportLivesHandler } from '../../application/opening/import-lives.handler.js';
import { ImportTicketsHandler } from '../../application/opening/import-tickets.handler.js';
import { VerifyHistoryQuery } from '../../application/history/verify-history.query.js';
import { ListEarlierQuery } from '../../application/reading/list-earlier.query.js';
import { ListTicketsQuery } from '../../application/reading/list-tickets.query.js';
import { MarkReadHandler } from '../../application/reading/mark-read.handler.js';
import { OpenTicketHandler } from '../../application/opening/open-ticket.handler.js';
import {
  nameOf,
  toAgencyId,
  toCaller,
  toCommandContext,
  toDraft,
  toPastTicket,
  toTarget,
} from './from-proto.js';
import { answer } from './answer.js';
import { toTicketLife } from './lives.from-proto.js';
import type { TicketAnswer } from './answer.js';
import { toPlaceMessage } from './to-proto.js';
import { toEarlierMessage, toEarlierPart } from './views/earlier.mapper.js';
import { toListRequest, toRowMessage } from './views/list.mapper.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** The ticket as a whole. */
@Controller()
export class TicketsController {
  constructor(
    private readonly openTicketHandler: OpenTicketHandler,
    private readonly closeTicketHandler: CloseTicketHandler,
    private readonly importTicketsHandler: ImportTicketsHandler,
    private readonly importLivesHandler: ImportLivesHandler,
    private readonly markReadHandler: MarkReadHandler,
    private readonly getTicketQuery: GetTicketQuery,
    private readonly getTicketHeadQuery: GetTicketHeadQuery,
    private readonly listTicketsQuery: ListTicketsQuery,
    private readonly listEarlierQuery: ListEarlierQuery,
    private readonly verifyHistoryQuery: VerifyHistoryQuery,
  ) {}

  @RpcMethod(TicketsService.method.openTicket)
  openTicket(@Payload() request: OpenTicketRequest): TicketAnswer {
    const caller = toCommandContext(request.context);
    return answer(request, this.openTicketHandler.execute(caller, toDraft(request.draft)));
  }

  @RpcMethod(TicketsService.method.closeTicket)
  closeTicket(@Payload() request: CloseTicketRequest): TicketAnswer {
    return answer(request, this.closeTicketHandler.execute(toTarget(request), request.comment));
  }

  @RpcMethod(TicketsService.method.importTickets)
  async importTickets(
    @Payload() request: ImportTicketsRequest,
  ): Promise<MessageInitShape<typeof ImportTicketsResponseSchema>> {
    const past = request.tickets.map(toPastTicket);
    return { imported: await this.importTicketsHandler.execute(toAgencyId(request.agencyId), past) };
  }

  @RpcMethod(TicketsService.method.importLives)
  async importLives(
    @Payload() request: ImportLivesRequest,
  ): Promise<MessageInitShape<typeof ImportLivesResponseSchema>> {
    const lives = request.lives.map(toTicketLife);
    return { imported: await this.importLivesHandler.execute(toAgencyId(request.agencyId), lives) };
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
    return {
      ticket: toTicketMessage(await this.getTicketQuery.execute(toCaller(request.caller), request.ticketId)),
    };
  }

  @RpcMethod(TicketsService.method.getTicketHead)
  async getTicketHead(
    @Payload() request: GetTicketHeadRequest,
  ): Promise<MessageInitShape<typeof GetTicketHeadResponseSchema>> {
    const head = await this.getTicketHeadQuery.execute(toCaller(request.caller), request.ticketId);
    return { head: { ...head, module: Module[head.module], place: toPlaceMessage(head.place) } };
  }

  @RpcMethod(TicketsService.method.listEarlier)
  async listEarlier(
    @Payload() request: ListEarlierRequest,
  ): Promise<MessageInitShape<typeof ListEarlierResponseSchema>> {
    const { ticketId, before } = request;
    const asked = toEarlierPart(request);
    return toEarlierMessage(
      asked,
      await this.listEarlierQuery.execute(toCaller(request.caller), ticketId, asked, before),
    );
  }

  @RpcMethod(TicketsService.method.verifyHistory)
  async verifyHistory(
    @Payload() request: VerifyHistoryRequest,
  ): Promise<MessageInitShape<typeof VerifyHistoryResponseSchema>> {
    const caller = toCaller(request.caller);
    const { brokenAt, isKeyed, ...found } = await this.verifyHistoryQuery.execute(caller, request.ticketId);
    const intact = brokenAt === undefined;
    return { ...found, keyed: isKeyed, intact, brokenAt: intact ? 0 : brokenAt + 1 };
  }

  @RpcMethod(TicketsService.method.listTickets)
  async listTickets(
    @Payload() request: ListTicketsRequest,
  ): Promise<MessageInitShape<typeof ListTicketsResponseSchema>> {
    const caller = toCaller(request.caller);
    const { rows, nextCursor } = await this.listTicketsQuery.execute(caller, toListRequest(request));
    return { tickets: rows.map(toRowMessage), nextCursor };
  }

  @RpcMethod(TicketsService.method.countQueues)
  async countQueues(
    @Payload() request: CountQueuesRequest,
  ): Promise<MessageInitShape<typeof CountQueuesResponseSchema>> {
    const module = nameOf(Module, request.module);
    const { counts, open } = await this.listTicketsQuery.count(
      toCaller(request.caller),
      module,
      request.mine,
    );
    return { counts: counts.map(({ queue, tickets }) => ({ queue: Queue[queue], tickets })), open };
  }
}
