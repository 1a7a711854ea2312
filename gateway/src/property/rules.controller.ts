import { Role } from '@intervia/contracts';
import {
  IndexQuarterSchema,
  ListIndicesResponseSchema,
  ListRulesResponseSchema,
  PreviewFirstCallResponseSchema,
  RentCallStepSchema,
  RentIndexSchema,
  RulesService,
} from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { InvalidRequest } from '../http/problem.js';
import { readMessage } from '../http/read-message.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { demandRead } from './property-access.js';
import { FirstCallDto, IndicesQuery, QuarterDto, RulesQuery } from './rules.dto.js';
import { Speech } from './speech.js';
import { there } from './there.js';

/** Rules of the law as dated rows, and the table of rent indices. */
@ApiTags('Property rules')
@Controller('api/property')
export class RulesController {
  private readonly rules: ServiceClient<typeof RulesService>;

  constructor(
    bus: BusClient,
    private readonly speech: Speech,
  ) {
    this.rules = bus.service(RulesService);
  }

  @Get('rules')
  @Operation(
    'listRules',
    'List the rules of the law',
    'Those in force on a day, with their values and their source.',
  )
  @Answers(ListRulesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { on }: RulesQuery): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListRulesResponseSchema, await this.rules.listRules({ caller: callerOf(me), on }));
  }

  @Post('first-call')
  @HttpCode(200)
  @Operation(
    'previewFirstCall',
    'Preview a first rent call',
    'Each line for the days that are called, their sum, and what the aid leaves to pay. Nothing is saved.',
  )
  @Answers(PreviewFirstCallResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async firstCall(@Me() me: SignedIn, @Body() { step: json }: FirstCallDto): Promise<JsonObject> {
    demandRead(me);
    const caller = callerOf(me);
    const { message: step, faults } = readMessage(RentCallStepSchema, json, 'step');
    if (faults.length > 0) throw new InvalidRequest(faults);
    const answer = await this.rules.previewFirstCall({ caller, step });
    return this.speech.say(caller, PreviewFirstCallResponseSchema, answer);
  }

  @Get('indices')
  @Operation('listIndices', 'List rent indices', 'Quarter by quarter, newest first.')
  @Answers(ListIndicesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async indices(@Me() me: SignedIn, @Query() { index, territory }: IndicesQuery): Promise<JsonObject> {
    demandRead(me);
    const request = { caller: callerOf(me), index: enumValue(RentIndexSchema, index), territory };
    return toJson(ListIndicesResponseSchema, await this.rules.listIndices(request));
  }

  @Post('indices')
  @Operation(
    'addIndexQuarter',
    'Add a quarter of an index',
    'By an administrator, with the publication that it was read in; published values are never changed.',
  )
  @Idempotent()
  @Answers(IndexQuarterSchema, { status: 201 })
  @Problems(
    ...['FORBIDDEN_ACTION', 'INVALID_REQUEST', 'QUARTER_WRONG', 'QUARTER_NOT_OVER', 'VALUE_WRONG'],
    ...['REQUIRED', 'DATE_WRONG', 'DATE_IN_FUTURE', 'PUBLISHED_BEFORE_END', 'QUARTER_PUBLISHED'],
  )
  async addQuarter(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { index, ...quarter }: QuarterDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.rules.addIndexQuarter({
      context: commandOf(me, key),
      quarter: { index: enumValue(RentIndexSchema, index), ...quarter },
      administrator: me.user.role === Role.ADMINISTRATOR,
    });
    return toJson(IndexQuarterSchema, there(answer.quarter));
  }
}
