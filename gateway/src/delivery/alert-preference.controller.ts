import type { AlertPreference } from '@intervia/contracts';
import { AlertPreferenceSchema, DeliveryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { AlertPreferenceDto } from './delivery.dto.js';

/** How the signed-in user is told of alerts. */
@ApiTags('Session')
@Controller('api/session/digest')
export class AlertPreferenceController {
  private readonly delivery: ServiceClient<typeof DeliveryService>;

  constructor(bus: BusClient) {
    this.delivery = bus.service(DeliveryService);
  }

  @Get()
  @Operation(
    'getAlertPreference',
    'Get one’s alert preference',
    'Whether alerts come one by one or once a day.',
  )
  @Answers(AlertPreferenceSchema)
  @Problems('SIGN_IN_REQUIRED')
  async read(@Me() me: SignedIn): Promise<JsonObject> {
    return preferenceIn(await this.delivery.getAlertPreference({ caller: callerOf(me) }));
  }

  @Put()
  @Operation(
    'saveAlertPreference',
    'Save one’s alert preference',
    'What was collected leaves at once when single mails are chosen.',
  )
  @Answers(AlertPreferenceSchema)
  @Problems('SIGN_IN_REQUIRED', 'INVALID_REQUEST')
  async save(@Me() me: SignedIn, @Body() preference: AlertPreferenceDto): Promise<JsonObject> {
    return preferenceIn(await this.delivery.saveAlertPreference({ caller: callerOf(me), preference }));
  }
}

function preferenceIn({ preference }: { preference?: AlertPreference }): JsonObject {
  if (!preference) throw new AppError('INTERNAL', 'internal');
  return toJson(AlertPreferenceSchema, preference);
}
