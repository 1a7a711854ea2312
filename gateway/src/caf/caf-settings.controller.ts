import type { CafSettings } from '@intervia/contracts';
import {
  ArrearsFilterSchema,
  CafSchemeSchema,
  CafService,
  CafSettingsSchema,
  ListCafEntitiesResponseSchema,
  ListSettingsVersionsResponseSchema,
  TechnicalStationSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { demandRead } from './caf-access.js';
import { CafSettingsDto, StationDto } from './caf.dto.js';

const SAVE = ['FORBIDDEN_ACTION', 'INVALID_REQUEST', 'CAF_SETTINGS_INVALID', 'VERSION_CONFLICT'];

/** Settings by entity and by technical station (manual, "Paramétrage LSC"). */
@ApiTags('CAF settings')
@Controller('api/caf')
export class CafSettingsController {
  private readonly caf: ServiceClient<typeof CafService>;

  constructor(bus: BusClient) {
    this.caf = bus.service(CafService);
  }

  @Get('entities')
  @Operation(
    'listCafEntities',
    'List entities with their CAF settings',
    'And the technical stations, and the layouts.',
  )
  @Answers(ListCafEntitiesResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListCafEntitiesResponseSchema, await this.caf.listCafEntities({ caller: callerOf(me) }));
  }

  @Put('entities/:entityId')
  @Operation(
    'saveCafSettings',
    'Save the CAF settings of an entity',
    'For administrators. Each change is a version.',
  )
  @Idempotent()
  @Answers(CafSettingsSchema)
  @Problems(...SAVE, 'CAF_LAYOUT_UNKNOWN')
  async save(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('entityId') entityId: string,
    @Body() { organismes, fiscalCodes, fileNames = [], layouts = [], ...rest }: CafSettingsDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const settings = {
      ...{ ...rest, entityId, fileNames, layouts, fiscalCodes },
      organismes: organismes.map((one) => ({ ...one, scheme: enumValue(CafSchemeSchema, one.scheme) })),
      arrearsFilter: enumValue(ArrearsFilterSchema, rest.arrearsFilter),
    };
    return settingsIn(await this.caf.saveCafSettings({ context: commandOf(me, key), settings }));
  }

  @Get('entities/:entityId/versions')
  @Operation(
    'listCafSettingsVersions',
    'List versions of CAF settings',
    'The newest first: who changed what, when.',
  )
  @Answers(ListSettingsVersionsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async versions(@Me() me: SignedIn, @Param('entityId') entityId: string): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.caf.listSettingsVersions({ caller: callerOf(me), entityId });
    return toJson(ListSettingsVersionsResponseSchema, answer);
  }

  @Put('stations/:stationId')
  @Operation('saveTechnicalStation', 'Save a technical station', 'For administrators. Makes its folders.')
  @Idempotent()
  @Answers(TechnicalStationSchema)
  @Problems(...SAVE)
  async saveStation(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('stationId') id: string,
    @Body() body: StationDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const { station } = await this.caf.saveStation({ context: commandOf(me, key), station: { ...body, id } });
    if (!station) throw new AppError('INTERNAL', 'internal');
    return toJson(TechnicalStationSchema, station);
  }
}

function settingsIn({ settings }: { settings?: CafSettings }): JsonObject {
  if (!settings) throw new AppError('INTERNAL', 'internal');
  return toJson(CafSettingsSchema, settings);
}
