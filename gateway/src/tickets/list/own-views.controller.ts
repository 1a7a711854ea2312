import { create } from '@bufbuild/protobuf';
import { ListOwnViewsResponseSchema, TicketsService } from '@intervia/contracts';
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
import { listedModule } from './list-request.js';
import { OwnViewDto, OwnViewQuery, OwnViewsQuery } from '../opening/tickets.dto.js';

/** The views of the list that each user keeps; every answer holds all of a module. */
@ApiTags('Tickets')
@Controller('api/tickets/views')
export class OwnViewsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @Operation('listOwnViews', 'List one’s own views', 'Of the list of one module.')
  @Answers(ListOwnViewsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { module }: OwnViewsQuery): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module) };
    return toJson(ListOwnViewsResponseSchema, await this.tickets.listOwnViews(request));
  }

  @Put()
  @Operation('saveOwnView', 'Keep a view', 'One that has this name already is replaced; twenty at most.')
  @Answers(ListOwnViewsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST', 'INVALID_COMMAND')
  async save(@Me() me: SignedIn, @Body() { module, name, address }: OwnViewDto): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module), view: { name, address } };
    const { views } = await this.tickets.saveOwnView(request);
    return toJson(ListOwnViewsResponseSchema, create(ListOwnViewsResponseSchema, { views }));
  }

  @Delete()
  @Operation('removeOwnView', 'Remove a view', 'By its name; also answered when there is none.')
  @Answers(ListOwnViewsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async remove(@Me() me: SignedIn, @Query() { module, name }: OwnViewQuery): Promise<JsonObject> {
    const request = { caller: callerOf(me), module: listedModule(me, module), name };
    const { views } = await this.tickets.removeOwnView(request);
    return toJson(ListOwnViewsResponseSchema, create(ListOwnViewsResponseSchema, { views }));
  }
}
