import { create } from '@bufbuild/protobuf';
import type { Aside } from '@intervia/contracts';
import { ListAsidesResponseSchema, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf } from '../../session/caller.js';
import { Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { OwnViewsQuery } from '../opening/tickets.dto.js';
import { PutAsideDto, TakeBackQuery } from './asides.dto.js';
import { listedModule } from './list-request.js';

/** "À revoir le": what the user has put aside; every answer holds all of a module. */
@ApiTags('Tickets')
@Controller('api/tickets/asides')
export class AsidesController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @Operation('listAsides', 'List what one has put aside', 'Of one module: still, or back from there.')
  @Answers(ListAsidesResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { module }: OwnViewsQuery): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module) };
    return answered(await this.tickets.listAsides(request));
  }

  @Put()
  @Operation(
    'putAside',
    'Put tickets aside',
    'Out of one’s own list until a day; they come back by themselves, and before when somebody outside the agency acts.',
  )
  @Answers(ListAsidesResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST', 'INVALID_COMMAND', 'TICKET_NOT_FOUND')
  async put(@Me() me: SignedIn, @Body() body: PutAsideDto): Promise<JsonObject> {
    const { module, ticketIds, day, reason } = body;
    const request = { caller: callerOf(me), module: listedModule(me, module), ticketIds, day, reason };
    return answered(await this.tickets.putAside(request));
  }

  @Delete()
  @Operation('takeBack', 'Take tickets back', 'Into one’s own list; also answered for what is not aside.')
  @Answers(ListAsidesResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async take(@Me() me: SignedIn, @Query() { module, ticketIds }: TakeBackQuery): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module), ticketIds };
    return answered(await this.tickets.takeBack(request));
  }
}

const answered = ({ asides }: { asides: Aside[] }): JsonObject =>
  toJson(ListAsidesResponseSchema, create(ListAsidesResponseSchema, { asides }));
