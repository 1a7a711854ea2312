import {
  ListTicketsResponseSchema,
  ModuleSchema,
  ShowSchema,
  TicketSchema,
  TicketsService,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { viewedModule } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { OpenTicket } from './open-ticket.js';
import { TicketAccess } from './ticket-access.js';
import { TicketDraftDto } from './ticket-draft.dto.js';
import { TicketsQuery } from './tickets.dto.js';

@ApiTags('Tickets')
@Controller('api/tickets')
export class TicketsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly opening: OpenTicket,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @ApiOperation({ summary: 'The list, last modified first' })
  @Answers(ListTicketsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() query: TicketsQuery): Promise<JsonObject> {
    const answer = await this.tickets.listTickets({
      caller: callerOf(me),
      module: viewedModule(me, enumValue(ModuleSchema, query.module)),
      mine: query.mine,
      show: enumValue(ShowSchema, (query.show ?? 'open').toUpperCase()),
      search: query.search,
      cursor: query.cursor,
      limit: query.limit,
    });
    return toJson(ListTicketsResponseSchema, answer);
  }

  @Post()
  @ApiOperation({ summary: 'Open a ticket' })
  @Idempotent()
  @Answers(TicketSchema, { status: 201 })
  @Problems(
    'INVALID_REQUEST',
    'INVALID_TICKET',
    'PLACE_NOT_FOUND',
    'FORBIDDEN_ACTION',
    'IDEMPOTENCY_KEY_REQUIRED',
  )
  async open(
    @Me() me: SignedIn,
    @IdempotencyKey() key: string,
    @Body() draft: TicketDraftDto,
  ): Promise<JsonObject> {
    const ticket = await this.opening.run(me, key, draft);
    this.access.learn(me.agencyId, ticket.id, ticket.module);
    return toJson(TicketSchema, ticket);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A ticket, with its history and what may be done now' })
  @Answers(TicketSchema)
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND', 'FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn, @Param('id') id: string): Promise<JsonObject> {
    return toJson(TicketSchema, await this.access.read(me, id));
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Clear the red dot, for this user only' })
  @ApiNoContentResponse()
  @Problems('TICKET_NOT_FOUND', 'FORBIDDEN_ACTION', 'CSRF_TOKEN_INVALID')
  async markRead(@Me() me: SignedIn, @Param('id') ticketId: string): Promise<void> {
    await this.access.demand(me, 'view', ticketId);
    await this.tickets.markRead({ caller: callerOf(me), ticketId });
  }
}
