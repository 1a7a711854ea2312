import {
  ApiCallerSchema,
  ApiKeysService,
  RevokeOlderSecretResponseSchema,
  RotateOwnApiKeyResponseSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import type { Program } from './program.guard.js';
import { ForPrograms, Me, KEY_REFUSALS } from './program.guard.js';

/** What a program may do with its own key. */
@ApiTags('LSC')
@ForPrograms()
@Controller('lsc/v1/key')
export class OwnKeyController {
  private readonly keys: ServiceClient<typeof ApiKeysService>;

  constructor(bus: BusClient) {
    this.keys = bus.service(ApiKeysService);
  }

  @Get()
  @Operation('getOwnKey', 'Get the key', 'Whose it is, what it opens and until when: a first call.')
  @Answers(ApiCallerSchema)
  @Problems(...KEY_REFUSALS)
  read(@Me() { caller }: Program): JsonObject {
    return toJson(ApiCallerSchema, caller);
  }

  @Post('rotation')
  @HttpCode(200)
  @Operation(
    'renewOwnKey',
    'Renew the key',
    'Answers a second secret, shown this once. Both are good until `endOtherSecrets` is called with the new one.',
  )
  @Answers(RotateOwnApiKeyResponseSchema)
  @Problems(...KEY_REFUSALS, 'API_KEY_TWO_LIVE')
  async rotate(@Me() { key }: Program, @From() device: DeviceInit): Promise<JsonObject> {
    return toJson(RotateOwnApiKeyResponseSchema, await this.keys.rotateOwnApiKey({ key, device }));
  }

  @Delete('other-secrets')
  @Operation(
    'endOtherSecrets',
    'End the other secret of the key',
    'All secrets but the one that is shown: the older one after a rotation, or a new one whose answer was lost.',
  )
  @Answers(RevokeOlderSecretResponseSchema)
  @Problems(...KEY_REFUSALS)
  async endOthers(@Me() { key }: Program, @From() device: DeviceInit): Promise<JsonObject> {
    return toJson(RevokeOlderSecretResponseSchema, await this.keys.revokeOlderSecret({ key, device }));
  }
}
