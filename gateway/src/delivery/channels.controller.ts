import type { ChannelSettings } from '@intervia/contracts';
import { ChannelSettingsSchema, DeliveryService, SecurityEventKind } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Logged } from '../session/security-trail.js';
import { Confirmed, Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { ChannelSettingsDto } from './delivery.dto.js';

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
}

function settingsIn({ settings }: { settings?: ChannelSettings }): JsonObject {
  if (!settings) throw new AppError('INTERNAL', 'internal');
  return toJson(ChannelSettingsSchema, settings);
}
