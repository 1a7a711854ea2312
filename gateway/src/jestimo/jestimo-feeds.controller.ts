import type { Feed } from '@intervia/contracts';
import {
  FeedSchema,
  JestimoService,
  ListFeedsResponseSchema,
  ListSendingsResponseSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { FeedChoiceDto } from './jestimo.dto.js';

/** Manual, "Export Jestimo": anonymised data, by entity, for administrators. */
@ApiTags('Estimates')
@Controller('api/jestimo/feeds')
export class JestimoFeedsController {
  private readonly jestimo: ServiceClient<typeof JestimoService>;

  constructor(bus: BusClient) {
    this.jestimo = bus.service(JestimoService);
  }

  @Get()
  @Operation(
    'listJestimoFeeds',
    'List what entities give',
    'With the date of the last sending, and what fails.',
  )
  @Answers(ListFeedsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(ListFeedsResponseSchema, await this.jestimo.listFeeds({ caller: callerOf(me) }));
  }

  @Get('sendings')
  @Operation('listJestimoSendings', 'List sendings', 'Of all entities, the newest first, at most 50.')
  @Answers(ListSendingsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async sendings(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(ListSendingsResponseSchema, await this.jestimo.listSendings({ caller: callerOf(me) }));
  }

  @Put(':entityId')
  @Operation('changeJestimoFeed', 'Choose whether an entity gives its data', 'Off until somebody says so.')
  @Idempotent()
  @Answers(FeedSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'JESTIMO_ENTITY_NOT_FOUND', 'SECRETS_NOT_CONFIGURED')
  async set(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('entityId') entityId: string,
    @Body() { enabled }: FeedChoiceDto,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return feedIn(await this.jestimo.setFeed({ context: commandOf(me, key), entityId, enabled }));
  }

  @Post(':entityId/initialisation')
  @HttpCode(200)
  @Operation('startJestimoFeed', 'Initialise as of yesterday', 'Then what changes is given day by day.')
  @Idempotent()
  @Answers(FeedSchema)
  @Problems(
    ...['FORBIDDEN_ACTION', 'JESTIMO_ENTITY_NOT_FOUND', 'JESTIMO_FEED_OFF', 'JESTIMO_ACCOUNT_MISSING'],
    'JESTIMO_NOT_CONFIGURED',
  )
  async initialise(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('entityId') entityId: string,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return feedIn(await this.jestimo.initialiseFeed({ context: commandOf(me, key), entityId }));
  }

  @Post(':entityId/retry')
  @HttpCode(200)
  @Operation('resendJestimoFeed', 'Try at once what waits', 'It is tried again by itself, too.')
  @Idempotent()
  @Answers(FeedSchema)
  @Problems('FORBIDDEN_ACTION', 'JESTIMO_ENTITY_NOT_FOUND', 'JESTIMO_FEED_OFF')
  async retry(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('entityId') entityId: string,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    return feedIn(await this.jestimo.retryFeed({ context: commandOf(me, key), entityId }));
  }
}

function feedIn({ feed }: { feed?: Feed }): JsonObject {
  if (!feed) throw new AppError('INTERNAL', 'internal');
  return toJson(FeedSchema, feed);
}
