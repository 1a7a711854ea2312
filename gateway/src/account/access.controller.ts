import { AccountsService, GetAccessControlResponseSchema, RoleSchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import { demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { RoleAccessDto } from './access.dto.js';

/** Manual, "Contrôle des accès": given to administrators. */
@ApiTags('Security')
@Controller('api/security/access')
export class AccessController {
  private readonly accounts: ServiceClient<typeof AccountsService>;

  constructor(bus: BusClient) {
    this.accounts = bus.service(AccountsService);
  }

  @Get()
  @Operation('getAccessControl', 'Get who may do what', 'For administrators: by role, and by person.')
  @Answers(GetAccessControlResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    const { token } = me;
    return toJson(GetAccessControlResponseSchema, await this.accounts.getAccessControl({ token }));
  }

  @Put()
  @HttpCode(204)
  @Operation('saveRoleAccess', 'Decide what a role may do', 'For administrators. Counts at once.')
  @ApiNoContentResponse()
  @Problems(
    'FORBIDDEN_ACTION',
    'CONFIRMATION_REQUIRED',
    'ACCESS_CHANGED_MEANWHILE',
    'ACCESS_WITHOUT_VIEW',
    'INVALID_REQUEST',
  )
  async save(
    @Me() me: SignedIn,
    @Body() { version, role, decided }: RoleAccessDto,
    @From() device: DeviceInit,
  ): Promise<void> {
    demandAdministrator(me);
    const chosen = enumValue(RoleSchema, role);
    await this.accounts.saveRoleAccess({ token: me.token, version, role: chosen, decided, device });
  }
}
