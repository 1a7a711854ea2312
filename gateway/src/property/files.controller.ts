import { Clock } from '@intervia/clock';
import {
  AccountKindSchema,
  ListCardsResponseSchema,
  ListEntitiesResponseSchema,
  ListMandatesResponseSchema,
  ListUnitFilesResponseSchema,
  PropertyFilesService,
  SearchPartiesResponseSchema,
  UnitChoiceSchema,
  UnitFileRowSchema,
} from '@intervia/contracts';
import { fieldDate } from '@intervia/french';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { MandatesQuery, PartiesQuery, UnitFilesQuery } from './files.dto.js';
import { demandRead } from './property-access.js';

/** What the wizards choose from. */
@ApiTags('Property files')
@Controller('api/property')
export class PropertyFilesController {
  private readonly files: ServiceClient<typeof PropertyFilesService>;

  constructor(
    bus: BusClient,
    private readonly clock: Clock,
  ) {
    this.files = bus.service(PropertyFilesService);
  }

  @Get('entities')
  @Operation('listEntities', 'List accounting entities', 'With how their account numbers are made.')
  @Answers(ListEntitiesResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async entities(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListEntitiesResponseSchema, await this.files.listEntities({ caller: callerOf(me) }));
  }

  @Get('cards')
  @Operation('listCards', 'List professional cards', 'Each with its mentions; a mention has one register.')
  @Answers(ListCardsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async cards(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListCardsResponseSchema, await this.files.listCards({ caller: callerOf(me) }));
  }

  @Get('parties')
  @Operation(
    'listParties',
    'List parties',
    'By words of their name, code or mail, with all that is known of them.',
  )
  @Answers(SearchPartiesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async parties(@Me() me: SignedIn, @Query() { accountKind, ...query }: PartiesQuery): Promise<JsonObject> {
    demandRead(me);
    const kind = enumValue(AccountKindSchema, accountKind);
    const answer = await this.files.searchParties({ caller: callerOf(me), accountKind: kind, ...query });
    return toJson(SearchPartiesResponseSchema, answer);
  }

  @Get('units')
  @Operation(
    'listPropertyUnits',
    'List units of the base',
    'With building, owner, and the tenants who are there.',
  )
  @Answers(ListUnitFilesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async units(@Me() me: SignedIn, @Query() { choice, ...query }: UnitFilesQuery): Promise<JsonObject> {
    demandRead(me);
    const request = { caller: callerOf(me), choice: enumValue(UnitChoiceSchema, choice), ...query };
    return toJson(ListUnitFilesResponseSchema, await this.files.listUnitFiles(request));
  }

  @Get('units/:id')
  @Operation(
    'getPropertyUnit',
    'Get a unit of the base',
    'With building, owner, and the tenants who are there.',
  )
  @Answers(UnitFileRowSchema)
  @Problems('FORBIDDEN_ACTION', 'FILE_NOT_FOUND')
  async unit(@Me() me: SignedIn, @Param('id') id: string): Promise<JsonObject> {
    demandRead(me);
    const caller = callerOf(me);
    const { files } = await this.files.getPropertyFiles({ caller, unitIds: [id] });
    const found = files[0]?.file;
    if (found?.case !== 'unit') throw new AppError('FILE_NOT_FOUND', 'not-found');
    const { units } = await this.files.listUnitFiles({
      caller,
      buildingId: found.value.buildingId,
      limit: 100,
    });
    const row = units.find(({ unit }) => unit?.id === id);
    if (!row) throw new AppError('FILE_NOT_FOUND', 'not-found');
    return toJson(UnitFileRowSchema, row);
  }

  @Get('mandates')
  @Operation('listMandates', 'List mandates', 'By words of their number, mandant or nature.')
  @Answers(ListMandatesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async mandates(@Me() me: SignedIn, @Query() { active, ...query }: MandatesQuery): Promise<JsonObject> {
    demandRead(me);
    const activeOn = active ? fieldDate(this.clock.now()) : '';
    const answer = await this.files.listMandates({ caller: callerOf(me), activeOn, ...query });
    return toJson(ListMandatesResponseSchema, answer);
  }
}
