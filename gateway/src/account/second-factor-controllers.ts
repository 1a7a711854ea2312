import { AccountsService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { Type } from '@nestjs/common';
import { Body, Controller, Delete, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Operation, Problems } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import { ForClients, ForStaff, WithoutSecondFactor } from '../session/session.guard.js';
import { Sessions } from '../session/sessions.js';
import { Token } from './account-of.js';
import {
  NewPasskeyDto,
  OptionsDto,
  PasskeyIdDto,
  RecoveryCodesDto,
  TotpCodeDto,
  TotpSecretDto,
} from './account.dto.js';

/** Second factors of staff and clients. The directory asks for the confirmation. */
function secondFactorController(client: boolean): Type {
  const base = client ? 'api/client/account' : 'api/account';
  const id = (name: string): string => (client ? `${name}AsClient` : name);

  @ApiTags(client ? 'Clients’ extranet' : 'Account')
  @(client ? ForClients() : ForStaff())
  @WithoutSecondFactor()
  @Controller(base)
  class SecondFactorController {
    constructor(
      readonly bus: BusClient,
      readonly sessions: Sessions,
    ) {}

    @Post('totp')
    @HttpCode(200)
    @Operation(
      id('startTotp'),
      'Begin with an authenticator application',
      'A new secret, good once a code confirms it.',
    )
    @ApiOkResponse({ type: TotpSecretDto })
    @Problems('CONFIRMATION_REQUIRED', 'SECRETS_NOT_CONFIGURED')
    async startTotp(@Token() token: string): Promise<TotpSecretDto> {
      const { secret, uri } = await this.accounts().startTotp({ token });
      return { secret, uri };
    }

    @Put('totp')
    @Operation(id('enableTotp'), 'Turn the authenticator application on', 'With a first code.')
    @ApiOkResponse({ type: RecoveryCodesDto })
    @Problems('CONFIRMATION_REQUIRED', 'STEP_EXPIRED', 'SECOND_FACTOR_REFUSED', 'INVALID_REQUEST')
    async enableTotp(
      @Token() token: string,
      @Body() { code }: TotpCodeDto,
      @From() device: DeviceInit,
    ): Promise<RecoveryCodesDto> {
      const { recoveryCodes } = await this.accounts().enableTotp({ token, code, device });
      this.sessions.forget(token);
      return { recoveryCodes };
    }

    @Delete('totp')
    @HttpCode(204)
    @Operation(id('removeTotp'), 'Turn the authenticator application off', 'Its secret is forgotten.')
    @ApiNoContentResponse()
    @Problems('CONFIRMATION_REQUIRED')
    async removeTotp(@Token() token: string, @From() device: DeviceInit): Promise<void> {
      await this.accounts().removeTotp({ token, device });
      this.sessions.forget(token);
    }

    @Post('passkeys/options')
    @HttpCode(200)
    @Operation(id('startPasskey'), 'Begin to add a passkey', 'What navigator.credentials.create wants.')
    @ApiOkResponse({ type: OptionsDto })
    @Problems('CONFIRMATION_REQUIRED', 'TOO_MANY_PASSKEYS')
    async startPasskey(@Token() token: string): Promise<OptionsDto> {
      const { options } = await this.accounts().startPasskey({ token });
      return { options };
    }

    @Post('passkeys')
    @HttpCode(200)
    @Operation(id('addPasskey'), 'Add a passkey', 'With the answer of the browser.')
    @ApiOkResponse({ type: RecoveryCodesDto })
    @Problems(
      'CONFIRMATION_REQUIRED',
      'STEP_EXPIRED',
      'SECOND_FACTOR_REFUSED',
      'TOO_MANY_PASSKEYS',
      'INVALID_REQUEST',
    )
    async addPasskey(
      @Token() token: string,
      @Body() { name, passkey }: NewPasskeyDto,
      @From() device: DeviceInit,
    ): Promise<RecoveryCodesDto> {
      const { recoveryCodes } = await this.accounts().addPasskey({ token, name, passkey, device });
      this.sessions.forget(token);
      return { recoveryCodes };
    }

    @Delete('passkeys')
    @HttpCode(204)
    @Operation(id('removePasskey'), 'Remove a passkey', 'By its id in the account.')
    @ApiNoContentResponse()
    @Problems('CONFIRMATION_REQUIRED')
    async removePasskey(
      @Token() token: string,
      @Query() { id: passkeyId }: PasskeyIdDto,
      @From() device: DeviceInit,
    ): Promise<void> {
      await this.accounts().removePasskey({ token, id: passkeyId, device });
      this.sessions.forget(token);
    }

    @Post('recovery-codes')
    @HttpCode(200)
    @Operation(
      id('renewRecoveryCodes'),
      'Renew the recovery codes',
      'Those of before are worth nothing from now on.',
    )
    @ApiOkResponse({ type: RecoveryCodesDto })
    @Problems('CONFIRMATION_REQUIRED', 'STEP_EXPIRED')
    async renewCodes(@Token() token: string, @From() device: DeviceInit): Promise<RecoveryCodesDto> {
      const { recoveryCodes } = await this.accounts().renewRecoveryCodes({ token, device });
      return { recoveryCodes };
    }

    accounts() {
      return this.bus.service(AccountsService);
    }
  }
  return SecondFactorController;
}

export const StaffSecondFactorController = secondFactorController(false);
export const ClientSecondFactorController = secondFactorController(true);
