import type { Estimate } from '@intervia/contracts';
import {
  EstimateKindSchema,
  EstimateSchema,
  GetJestimoAccountResponseSchema,
  JestimoService,
  ListEstimatesResponseSchema,
  ListJestimoAccountsResponseSchema,
  Module,
  SaveJestimoAccountsResponseSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demand, demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { EstimateDto, JestimoLoginDto, JestimoLoginsDto } from './jestimo.dto.js';

/** The partner is asked twice at most, ten seconds each. */
const ESTIMATE = { timeoutMs: 40_000 };
const SAVE = ['FORBIDDEN_ACTION', 'INVALID_REQUEST', 'SECRETS_NOT_CONFIGURED'];

const demandRead = (me: SignedIn): void => demand(me, 'view', Module.GERANCE);

/** Accounts with the partner Jestimo, and estimates of units (manual, "Jestimo"). */
@ApiTags('Estimates')
@Controller('api/jestimo')
export class JestimoController {
  private readonly jestimo: ServiceClient<typeof JestimoService>;

  constructor(bus: BusClient) {
    this.jestimo = bus.service(JestimoService);
  }

  @Get('account')
  @Operation('getJestimoAccount', 'Get my account with Jestimo', 'Its login; the password is never answered.')
  @Answers(GetJestimoAccountResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async account(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.jestimo.getJestimoAccount({ caller: callerOf(me) });
    return toJson(GetJestimoAccountResponseSchema, answer);
  }

  @Put('account')
  @Operation('saveJestimoAccount', 'Save my account with Jestimo', 'Login and password, sealed.')
  @Idempotent()
  @Answers(SaveJestimoAccountsResponseSchema)
  @Problems(...SAVE)
  async saveOwn(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() body: JestimoLoginDto,
  ): Promise<JsonObject> {
    demandRead(me);
    return this.save(me, key, { ...body, userIds: [me.user.id] });
  }

  @Delete('account')
  @HttpCode(204)
  @ApiNoContentResponse()
  @Operation('deleteJestimoAccount', 'Forget my account with Jestimo', 'Estimates ask for one again.')
  @Idempotent()
  @Problems('FORBIDDEN_ACTION')
  async deleteOwn(@Me() me: SignedIn, @IdempotencyKey() key: CommandKey): Promise<void> {
    demandRead(me);
    await this.jestimo.deleteJestimoAccount({ context: commandOf(me, key), userId: me.user.id });
  }

  @Get('accounts')
  @Operation(
    'listJestimoAccounts',
    'List accounts with Jestimo',
    'For administrators: by user, logins alone.',
  )
  @Answers(ListJestimoAccountsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async accounts(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.jestimo.listJestimoAccounts({ caller: callerOf(me) });
    return toJson(ListJestimoAccountsResponseSchema, answer);
  }

  @Put('accounts')
  @Operation(
    'saveJestimoAccounts',
    'Save an account for several users',
    'For administrators: the same login and password may stand with several users.',
  )
  @Idempotent()
  @Answers(SaveJestimoAccountsResponseSchema)
  @Problems(...SAVE)
  async saveAll(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() body: JestimoLoginsDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return this.save(me, key, body);
  }

  @Get('units/:unitId/estimates')
  @Operation('listEstimates', 'List estimates of a unit', 'The newest first, at most 20.')
  @Answers(ListEstimatesResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async estimates(@Me() me: SignedIn, @Param('unitId') unitId: string): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.jestimo.listEstimates({ caller: callerOf(me), unitId });
    return toJson(ListEstimatesResponseSchema, answer);
  }

  @Post('units/:unitId/estimates')
  @Operation(
    'askEstimate',
    'Ask for an estimate of a unit',
    'Sends its data to the partner under my account; redirectUrl shows the result there.',
  )
  @Idempotent()
  @Answers(EstimateSchema, { status: 201 })
  @Problems(
    ...['FORBIDDEN_ACTION', 'INVALID_REQUEST', 'UNIT_NOT_FOUND', 'JESTIMO_NOT_CONFIGURED'],
    ...['JESTIMO_ACCOUNT_MISSING', 'JESTIMO_ACCOUNT_REFUSED', 'JESTIMO_NO_DWELLING', 'JESTIMO_OUT_OF_FRANCE'],
    ...[
      'JESTIMO_ADDRESS_MISSING',
      'JESTIMO_SURFACE_MISSING',
      'JESTIMO_REFUSED',
      'JESTIMO_UNAVAILABLE',
      'JESTIMO_UNREADABLE',
    ],
  )
  async estimate(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('unitId') unitId: string,
    @Body() body: EstimateDto,
  ): Promise<JsonObject> {
    demandRead(me);
    const kind = enumValue(EstimateKindSchema, body.kind);
    const request = { context: commandOf(me, key), unitId, kind };
    return estimateIn(await this.jestimo.estimateUnit(request, ESTIMATE));
  }

  private async save(me: SignedIn, key: CommandKey, logins: JestimoLoginsDto): Promise<JsonObject> {
    const answer = await this.jestimo.saveJestimoAccounts({ context: commandOf(me, key), ...logins });
    return toJson(SaveJestimoAccountsResponseSchema, answer);
  }
}

function estimateIn({ estimate }: { estimate?: Estimate }): JsonObject {
  if (!estimate) throw new AppError('INTERNAL', 'internal');
  return toJson(EstimateSchema, estimate);
}
