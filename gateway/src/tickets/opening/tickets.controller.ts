import {
  ListEarlierResponseSchema,
  CountQueuesResponseSchema,
  ListTicketsResponseSchema,
  TicketPartSchema,
  TicketSchema,
  TicketsService,
  VerifyHistoryResponseSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../../http/idempotency.js';
import { IdempotencyKey } from '../../http/idempotency.js';
import type { JsonObject } from '../../mapping/json.js';
import { enumValue } from '../../mapping/enums.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf, commandOf } from '../../session/caller.js';
import { Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { ticketJson } from '../steps/actions.js';
import { DraftOfTicket } from './draft-of-ticket.js';
import { listRequest, listedModule } from '../list/list-request.js';
import { inRequestTerms } from './request-terms.js';
import { TicketAccess } from '../ticket-access.js';
import { TicketDraftDto } from './ticket-draft.dto.js';
import { EarlierQuery, QueuesQuery, TicketsQuery } from './tickets.dto.js';

@ApiTags('Tickets')
@Controller('api/tickets')
export class TicketsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly drafts: DraftOfTicket,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @Operation(
    'listTickets',
    'List tickets',
    'Also what the list’s print view shows: the same filters, page by page. No ticket comes twice; one that changes ' +
      'meanwhile moves to the front, where a new look without cursor finds it.',
  )
  @Answers(ListTicketsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() query: TicketsQuery): Promise<JsonObject> {
    const { cursor, limit } = query;
    const answer = await this.tickets.listTickets(listRequest(me, query, { cursor, limit }));
    return toJson(ListTicketsResponseSchema, answer);
  }

  @Get('queues')
  @Operation(
    'countQueues',
    'Count what waits',
    'How many open tickets each queue holds; 100 stands for 100 or more.',
  )
  @Answers(CountQueuesResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async queues(@Me() me: SignedIn, @Query() { module, mine }: QueuesQuery): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module), mine };
    return toJson(CountQueuesResponseSchema, await this.tickets.countQueues(request));
  }

  @Post()
  @Operation(
    'openTicket',
    'Open a ticket',
    'A work order or a request for quotes, sent to its contractors at once.',
  )
  @Idempotent()
  @Answers(TicketSchema, { status: 201 })
  @Problems(
    'INVALID_REQUEST',
    'INVALID_TICKET',
    'PLACE_NOT_FOUND',
    'FORBIDDEN_ACTION',
    'PLACE_NOT_ATTACHED',
    'IDEMPOTENCY_KEY_REQUIRED',
    'IDEMPOTENCY_KEY_REUSED',
  )
  async open(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() dto: TicketDraftDto,
  ): Promise<JsonObject> {
    const draft = await this.drafts.gather(me, dto);
    const { ticket } = await this.tickets
      .openTicket({ context: commandOf(me, key), draft })
      .catch(inRequestTerms);
    if (!ticket) throw new AppError('INTERNAL', 'internal');
    this.access.learn(ticket);
    return ticketJson(me, ticket);
  }

  @Get(':id')
  @Operation('getTicket', 'Get a ticket', 'With its history and what may be done now.')
  @Answers(TicketSchema)
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND', 'FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn, @Param('id') id: string): Promise<JsonObject> {
    return ticketJson(me, await this.access.read(me, id));
  }

  @Get(':id/earlier')
  @Operation(
    'listEarlier',
    'List earlier entries of a ticket',
    'Of its history, its notes or one of its threads, a page at a time, oldest first.',
  )
  @Answers(ListEarlierResponseSchema)
  @Problems('TICKET_NOT_FOUND', 'THREAD_NOT_FOUND', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async earlier(
    @Me() me: SignedIn,
    @Param('id') ticketId: string,
    @Query() { part, threadId = '', before = 0 }: EarlierQuery,
  ): Promise<JsonObject> {
    await this.access.demand(me, 'view', ticketId);
    const asked = { part: enumValue(TicketPartSchema, part), threadId, before };
    const answer = await this.tickets.listEarlier({ caller: callerOf(me), ticketId, ...asked });
    return toJson(ListEarlierResponseSchema, answer);
  }

  @Get(':id/history/verification')
  @Operation(
    'checkHistory',
    'Check the history of a ticket',
    'Whether nothing in it was changed, dropped or moved.',
  )
  @Answers(VerifyHistoryResponseSchema)
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION')
  async checkHistory(@Me() me: SignedIn, @Param('id') ticketId: string): Promise<JsonObject> {
    await this.access.demand(me, 'view', ticketId);
    const answer = await this.tickets.verifyHistory({ caller: callerOf(me), ticketId });
    return toJson(VerifyHistoryResponseSchema, answer);
  }

  @Post(':id/read')
  @HttpCode(204)
  @Operation('markTicketRead', 'Mark a ticket as read', 'Clears the red dot, for this user only.')
  @ApiNoContentResponse()
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION', 'CSRF_TOKEN_INVALID')
  async markRead(@Me() me: SignedIn, @Param('id') ticketId: string): Promise<void> {
    await this.access.demand(me, 'view', ticketId);
    await this.tickets.markRead({ caller: callerOf(me), ticketId });
  }
}
