import { timestampDate } from '@bufbuild/protobuf/wkt';
import { AccountsService, GetAccountResponseSchema, ListSessionsResponseSchema } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { Type } from '@nestjs/common';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import type { DeviceInit } from '../session/from-device.js';
import { From } from '../session/from-device.js';
import { ForClients, ForStaff, Public, WithoutSecondFactor } from '../session/session.guard.js';
import { Sessions } from '../session/sessions.js';
import { Token } from './account-of.js';
import {
  ChangePasswordDto,
  ConfirmedDto,
  EndedDto,
  ForgottenPasswordDto,
  OptionsDto,
  ProofDto,
  ResetPasswordDto,
} from './account.dto.js';

const PASSWORD_PROBLEMS = [
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_BREACHED',
  'PASSWORD_PERSONAL',
];

/** The same account pages for staff and clients, under addresses of their own: each kind of session opens its own alone. */
function accountController(client: boolean): Type {
  const base = client ? 'api/client/account' : 'api/account';
  const id = (name: string): string => (client ? `${name}AsClient` : name);

  @ApiTags(client ? 'Clients’ extranet' : 'Account')
  @(client ? ForClients() : ForStaff())
  @WithoutSecondFactor()
  @Controller(base)
  class AccountController {
    constructor(
      readonly bus: BusClient,
      readonly sessions: Sessions,
    ) {}

    @Get()
    @Operation(
      id('getAccount'),
      'Get one’s account',
      'How one signs in: password, second factors, recovery codes.',
    )
    @Answers(GetAccountResponseSchema)
    @Problems('SIGN_IN_REQUIRED')
    async read(@Token() token: string): Promise<JsonObject> {
      return toJson(GetAccountResponseSchema, await this.accounts().getAccount({ token }));
    }

    @Post('password-reset')
    @Public()
    @HttpCode(204)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(
      id('requestPasswordReset'),
      'Ask for a new password',
      'A mail with a link, if somebody has that address; the answer is the same if nobody has.',
    )
    @ApiNoContentResponse()
    @Problems('TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS', 'INVALID_REQUEST')
    async forgotten(@Body() { mail }: ForgottenPasswordDto, @From() device: DeviceInit): Promise<void> {
      await this.accounts().requestPasswordReset({ mail, client, device });
    }

    @Put('password-reset')
    @Public()
    @HttpCode(204)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(id('resetPassword'), 'Choose a new password', 'With the link of the mail. Ends all sessions.')
    @ApiNoContentResponse()
    @Problems('RESET_EXPIRED', ...PASSWORD_PROBLEMS, 'TOO_MANY_REQUESTS', 'INVALID_REQUEST')
    async reset(@Body() { token, password }: ResetPasswordDto, @From() device: DeviceInit): Promise<void> {
      await this.accounts().resetPassword({ token, password, client, device });
    }

    @Put('password')
    @HttpCode(204)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(id('changePassword'), 'Change one’s password', 'Ends one’s other sessions.')
    @ApiNoContentResponse()
    @Problems(
      'CONFIRMATION_REFUSED',
      ...PASSWORD_PROBLEMS,
      'TOO_MANY_ATTEMPTS',
      'TOO_MANY_REQUESTS',
      'INVALID_REQUEST',
    )
    async changePassword(
      @Token() token: string,
      @Body() { current, password }: ChangePasswordDto,
      @From() device: DeviceInit,
    ): Promise<void> {
      await this.accounts().changePassword({ token, current, password, device });
    }

    @Post('confirmation/passkey')
    @HttpCode(200)
    @Operation(id('startConfirmation'), 'Begin to confirm with a passkey', 'What it has to sign.')
    @ApiOkResponse({ type: OptionsDto })
    @Problems('SIGN_IN_REQUIRED')
    async startConfirmation(@Token() token: string): Promise<OptionsDto> {
      const { options } = await this.accounts().startConfirmation({ token });
      return { options };
    }

    @Post('confirmation')
    @HttpCode(200)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(
      id('confirmIdentity'),
      'Confirm who one is',
      'With password, code or passkey; good for a quarter of an hour, for what answers CONFIRMATION_REQUIRED.',
    )
    @ApiOkResponse({ type: ConfirmedDto })
    @Problems('CONFIRMATION_REFUSED', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS', 'INVALID_REQUEST')
    async confirm(
      @Token() token: string,
      @Body() proof: ProofDto,
      @From() device: DeviceInit,
    ): Promise<ConfirmedDto> {
      const { confirmedUntil } = await this.accounts().confirm({ token, proof, device });
      this.sessions.forget(token);
      return { confirmedUntil: confirmedUntil ? timestampDate(confirmedUntil).toISOString() : '' };
    }

    @Get('sessions')
    @Operation(
      id('listOwnSessions'),
      'List one’s sessions',
      'Which browsers are signed in, from where, since when.',
    )
    @Answers(ListSessionsResponseSchema)
    @Problems('SIGN_IN_REQUIRED')
    async listSessions(@Token() token: string): Promise<JsonObject> {
      return toJson(ListSessionsResponseSchema, await this.accounts().listSessions({ token }));
    }

    @Delete('sessions')
    @Operation(id('endOtherSessions'), 'Sign out everywhere else', 'All of one’s sessions but this one.')
    @ApiOkResponse({ type: EndedDto })
    @Problems('SIGN_IN_REQUIRED')
    async endOthers(@Token() token: string, @From() device: DeviceInit): Promise<EndedDto> {
      const { ended } = await this.accounts().endSessions({ token, device });
      return { ended };
    }

    @Delete('sessions/:sessionId')
    @Operation(id('endOwnSession'), 'End one of one’s sessions', 'By its id in the list.')
    @ApiOkResponse({ type: EndedDto })
    @Problems('SIGN_IN_REQUIRED')
    async endOne(
      @Token() token: string,
      @Param('sessionId') sessionId: string,
      @From() device: DeviceInit,
    ): Promise<EndedDto> {
      const { ended } = await this.accounts().endSessions({ token, id: sessionId, device });
      return { ended };
    }

    accounts() {
      return this.bus.service(AccountsService);
    }
  }
  return AccountController;
}

export const StaffAccountController = accountController(false);
export const ClientAccountController = accountController(true);
