import type { ChannelSettings } from '@intervia/contracts';
import {
  ChannelSettingsSchema,
  DeliveryService,
  MailProbeSchema,
  SecurityEventKind,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TEST_LIMIT } from '../http/rate-limits.js';
import { enumName } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Confirmed, Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { ChannelSettingsDto, MailAccountDto, MailTestDto } from './delivery.dto.js';

/** The agency's own accounts for mail and SMS. */
@ApiTags('Delivery')
@Controller('api/channels')
export class ChannelsController {
  private readonly delivery: ServiceClient<typeof DeliveryService>;

  constructor(bus: BusClient) {
    this.delivery = bus.service(DeliveryService);
  }

  @Get()
  @Operation(
    'getChannels',
    'Get the delivery accounts',
    'For administrators. The agency’s accounts for mail and SMS, without their secrets.',
  )
  @Answers(ChannelSettingsSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return settingsIn(await this.delivery.getChannels({ caller: callerOf(me) }));
  }

  @Put()
  @Confirmed()
  @Logged(SecurityEventKind.SECRET_CHANGED)
  @Operation(
    'saveChannels',
    'Save the delivery accounts',
    'For administrators. Whole, as they were read and then changed.',
  )
  @Answers(ChannelSettingsSchema)
  @Problems(
    'INVALID_CHANNELS',
    'VERSION_CONFLICT',
    'SECRETS_NOT_CONFIGURED',
    'CONFIRMATION_REQUIRED',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
  )
  async save(@Me() me: SignedIn, @Body() settings: ChannelSettingsDto): Promise<JsonObject> {
    demandAdministrator(me);
    return settingsIn(await this.delivery.saveChannels({ caller: callerOf(me), settings }));
  }

  @Post('test')
  @HttpCode(200)
  @Confirmed()
  @RouteConfig({ rateLimit: TEST_LIMIT })
  @Operation(
    'testChannels',
    'Try a mail account',
    'For administrators. Sends a mail to the caller, and says which part does not work.',
  )
  @ApiOkResponse({ type: MailTestDto })
  @Problems(
    'INVALID_CHANNELS',
    'CONFIRMATION_REQUIRED',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
    'TOO_MANY_REQUESTS',
  )
  async test(@Me() me: SignedIn, @Body() mail: MailAccountDto): Promise<MailTestDto> {
    demandAdministrator(me);
    const { result } = await this.delivery.testMailAccount({ caller: callerOf(me), mail });
    return { result: enumName(MailProbeSchema, result) ?? 'OTHER' };
  }
}

function settingsIn({ settings }: { settings?: ChannelSettings }): JsonObject {
  if (!settings) throw new AppError('INTERNAL', 'internal');
  return toJson(ChannelSettingsSchema, settings);
}
