import { create } from '@bufbuild/protobuf';
import { CarnetChapterSchema, CarnetSchema, Module, ReportsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Places } from '../directory/places.js';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demand } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { CarnetDto } from './reports.dto.js';

/** What is typed of a building for its carnet d'entretien (décret 2001-477), and kept. */
@ApiTags('Reports')
@Controller('api/carnets')
export class CarnetsController {
  private readonly reports: ServiceClient<typeof ReportsService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
  ) {
    this.reports = bus.service(ReportsService);
  }

  @Get(':buildingId')
  @Operation(
    'getCarnet',
    'Get what a carnet holds',
    'By the id of the building; version 0 where nothing was typed.',
  )
  @Answers(CarnetSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'PLACE_NOT_FOUND')
  async get(@Me() me: SignedIn, @Param('buildingId') buildingId: string): Promise<JsonObject> {
    demand(me, 'view', Module.SYNDIC);
    await this.places.find(me, { buildingId });
    const { carnet } = await this.reports.getCarnet({ caller: callerOf(me), buildingId });
    return toJson(CarnetSchema, carnet ?? create(CarnetSchema, { buildingId }));
  }

  @Put(':buildingId')
  @Operation(
    'saveCarnet',
    'Save what a carnet holds',
    'All of it; the version that was read refuses a second.',
  )
  @Idempotent()
  @Answers(CarnetSchema)
  @Problems(
    ...['SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'PLACE_NOT_FOUND', 'IDEMPOTENCY_KEY_REQUIRED'],
    ...['INVALID_REQUEST', 'INVALID_CARNET', 'VERSION_CONFLICT'],
  )
  async save(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('buildingId') buildingId: string,
    @Body() { version, entries }: CarnetDto,
  ): Promise<JsonObject> {
    demand(me, 'edit', Module.SYNDIC);
    await this.places.find(me, { buildingId });
    const { carnet } = await this.reports.saveCarnet({
      context: commandOf(me, key),
      carnet: {
        ...{ buildingId, version },
        entries: entries.map((entry) => ({
          ...entry,
          chapter: enumValue(CarnetChapterSchema, entry.chapter),
        })),
      },
    });
    return toJson(CarnetSchema, carnet ?? create(CarnetSchema, { buildingId }));
  }
}
