import {
  DirectoryService,
  GetPlaceResponseSchema,
  ListBuildingsResponseSchema,
  ListContractorsResponseSchema,
  ListUnitsResponseSchema,
  ListUsersResponseSchema,
  Module,
  ModuleSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { viewedModule } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { BuildingsQuery, ContractorsQuery, PlaceQuery, UnitsQuery } from './directory.dto.js';
import { Places } from './places.js';

/** What LSC publishes, as the creation form needs it. */
@ApiTags('Directory')
@Controller('api')
export class DirectoryController {
  private readonly directory: ServiceClient<typeof DirectoryService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
  ) {
    this.directory = bus.service(DirectoryService);
  }

  @Get('users')
  @Operation('listUsers', 'List users', 'All users of the agency.')
  @Answers(ListUsersResponseSchema)
  @Problems('SIGN_IN_REQUIRED')
  async users(@Me() me: SignedIn): Promise<JsonObject> {
    return toJson(ListUsersResponseSchema, await this.directory.listUsers({ caller: callerOf(me) }));
  }

  @Get('buildings')
  @Operation(
    'listBuildings',
    'List buildings',
    'Found by words of their reference, name, address or city; to assistants and accountants, those of their places.',
  )
  @Answers(ListBuildingsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async buildings(@Me() me: SignedIn, @Query() query: BuildingsQuery): Promise<JsonObject> {
    const { module, search, limit } = query;
    const seen = viewedModule(me, enumValue(ModuleSchema, module));
    const answer = await this.directory.listBuildings({ caller: callerOf(me), module: seen, search, limit });
    return toJson(ListBuildingsResponseSchema, answer);
  }

  @Get('units')
  @Operation(
    'listUnits',
    'List units',
    'Found by words of their reference, label, building, owner or tenant; to assistants and accountants, their own.',
  )
  @Answers(ListUnitsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async units(@Me() me: SignedIn, @Query() query: UnitsQuery): Promise<JsonObject> {
    viewedModule(me, Module.UNSPECIFIED);
    const answer = await this.directory.listUnits({ caller: callerOf(me), ...query });
    return toJson(ListUnitsResponseSchema, answer);
  }

  @Get('contractors')
  @Operation('listContractors', 'List contractors', 'Of one trade or of all, with the list of all trades.')
  @Answers(ListContractorsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async contractors(@Me() me: SignedIn, @Query() query: ContractorsQuery): Promise<JsonObject> {
    viewedModule(me, Module.UNSPECIFIED);
    const answer = await this.directory.listContractors({ caller: callerOf(me), ...query });
    return toJson(ListContractorsResponseSchema, answer);
  }

  @Get('places')
  @Operation(
    'getPlace',
    'Get a place',
    'A building or a unit with all that a ticket needs: people, digicode, manager.',
  )
  @Answers(GetPlaceResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'PLACE_NOT_FOUND', 'INVALID_REQUEST')
  async place(@Me() me: SignedIn, @Query() query: PlaceQuery): Promise<JsonObject> {
    viewedModule(me, Module.UNSPECIFIED);
    return toJson(GetPlaceResponseSchema, await this.places.find(me, query));
  }
}
