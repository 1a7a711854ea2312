import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  ApiKeysService,
  ApiScopeSchema,
  CreateApiKeyResponseSchema,
  ListApiKeysResponseSchema,
  RevokeApiKeyResponseSchema,
  RotateApiKeyResponseSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import { demandAdministrator } from '../session/rights.js';
import { Confirmed, Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { ApiKeyDto, SecretQuery } from './api-keys.dto.js';

const REFUSED = ['FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'API_KEY_NOT_FOUND'] as const;

/** Keys of the agency's programs, for its administrators. */
@ApiTags('Security')
@Controller('api/security/keys')
export class ApiKeysController {
  private readonly keys: ServiceClient<typeof ApiKeysService>;

  constructor(bus: BusClient) {
    this.keys = bus.service(ApiKeysService);
  }

  @Get()
  @Operation('listApiKeys', 'List the keys of programs', 'For administrators. Live ones first.')
  @Answers(ListApiKeysResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(ListApiKeysResponseSchema, await this.keys.listApiKeys({ token: me.token }));
  }

  @Post()
  @Confirmed()
  @Operation(
    'makeApiKey',
    'Make a key for a program',
    'For administrators. The whole key is answered this once; only its hash is kept.',
  )
  @Answers(CreateApiKeyResponseSchema, { status: 201 })
  @Problems('FORBIDDEN_ACTION', 'CONFIRMATION_REQUIRED', 'TOO_MANY_API_KEYS', 'INVALID_REQUEST')
  async create(
    @Me() me: SignedIn,
    @Body() { name, scopes, expiresAt }: ApiKeyDto,
    @From() device: DeviceInit,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.keys.createApiKey({
      token: me.token,
      name,
      scopes: scopes.map((scope) => enumValue(ApiScopeSchema, scope)),
      expiresAt: expiresAt === undefined ? undefined : timestampFromDate(new Date(expiresAt)),
      device,
    });
    return toJson(CreateApiKeyResponseSchema, answer);
  }

  @Post(':keyId/rotation')
  @Confirmed()
  @Operation(
    'renewApiKey',
    'Renew the key of a program',
    'For administrators. A second secret, shown this once; the first goes on until it is revoked.',
  )
  @Answers(RotateApiKeyResponseSchema, { status: 201 })
  @Problems(...REFUSED, 'API_KEY_TWO_LIVE')
  async rotate(
    @Me() me: SignedIn,
    @Param('keyId') keyId: string,
    @From() device: DeviceInit,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.keys.rotateApiKey({ token: me.token, keyId, device });
    return toJson(RotateApiKeyResponseSchema, answer);
  }

  @Delete(':keyId')
  @Confirmed()
  @Operation(
    'revokeApiKey',
    'Revoke the key of a program',
    'For administrators. All of it, or one secret by its prefix; it opens nothing from then on.',
  )
  @Answers(RevokeApiKeyResponseSchema)
  @Problems(...REFUSED)
  async revoke(
    @Me() me: SignedIn,
    @Param('keyId') keyId: string,
    @Query() { prefix }: SecretQuery,
    @From() device: DeviceInit,
  ): Promise<JsonObject> {
    demandAdministrator(me);
    const answer = await this.keys.revokeApiKey({ token: me.token, keyId, prefix, device });
    return toJson(RevokeApiKeyResponseSchema, answer);
  }
}
