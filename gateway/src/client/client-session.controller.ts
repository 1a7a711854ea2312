import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiTags, refs } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { CLIENT_COOKIE, SessionCookies } from '../session/cookie.js';
import type { DeviceInit } from '../session/from-device.js';
import { deviceOf, From } from '../session/from-device.js';
import {
  FinishSignInDto,
  PasskeyStepDto,
  SecondStepAnswerDto,
  SignInDto,
  stepDto,
} from '../session/session.dto.js';
import { ForClients, MeAsClient, Public } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import { Sessions } from '../session/sessions.js';
import { clientSessionDto, ClientSessionDto } from './client.dto.js';
import { FollowUpSetting } from './follow-up-setting.js';

@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client/session')
export class ClientSessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
    private readonly followUps: FollowUpSetting,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'signInClient',
    'Sign a client in',
    'Sets the cookie of clients; or answers with what the second step wants, and sets none.',
  )
  @ApiExtraModels(ClientSessionDto, SecondStepAnswerDto)
  @ApiOkResponse({ schema: { oneOf: refs(ClientSessionDto, SecondStepAnswerDto) } })
  @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientSessionDto | SecondStepAnswerDto> {
    const device = this.device(request);
    const answer = await this.sessions.signInClient(body.mail.trim(), body.password, device);
    if ('step' in answer) return { secondStep: stepDto(answer) };
    return this.opened(answer, device, reply);
  }

  @Post('passkey')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'startPasskeySignInClient',
    'Begin to sign in with a passkey',
    'Then finish with the answer of the browser.',
  )
  @ApiOkResponse({ type: PasskeyStepDto })
  @Problems('TOO_MANY_REQUESTS')
  async startPasskey(): Promise<PasskeyStepDto> {
    const { step, options } = await this.sessions.startPasskey(true);
    return { step, options };
  }

  @Post('second-step')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'finishSignInClient',
    'Finish signing in',
    'With a code, a recovery code or a passkey. Sets the cookie.',
  )
  @ApiOkResponse({ type: ClientSessionDto })
  @Problems(
    'STEP_EXPIRED',
    'SECOND_FACTOR_REFUSED',
    'TOO_MANY_ATTEMPTS',
    'TOO_MANY_REQUESTS',
    'INVALID_REQUEST',
  )
  async finish(
    @Body() { step, ...proof }: FinishSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientSessionDto> {
    const device = this.device(request);
    return this.opened(await this.sessions.finishClient(step, proof, device), device, reply);
  }

  @Get()
  @Operation('getClientSession', 'Get the client’s session', 'Which client is signed in, and the CSRF token.')
  @ApiOkResponse({ type: ClientSessionDto })
  @Problems('SIGN_IN_REQUIRED', 'SESSION_EXPIRED')
  read(@MeAsClient() me: SignedInClient): Promise<ClientSessionDto> {
    return this.dto(me);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @Operation('signOutClient', 'Sign a client out', 'Ends the session and clears its cookie.')
  @Problems('SIGN_IN_REQUIRED', 'CSRF_TOKEN_INVALID')
  async signOut(
    @MeAsClient() me: SignedInClient,
    @From() device: DeviceInit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(me.token, device);
    this.cookies.clear(reply, CLIENT_COOKIE);
  }

  private async dto(session: SignedInClient): Promise<ClientSessionDto> {
    return clientSessionDto(session, await this.followUps.isShownAnywhere(session));
  }

  private device(request: FastifyRequest): DeviceInit {
    return { ...deviceOf(request), id: this.cookies.deviceId(request) };
  }

  private opened(
    session: SignedInClient,
    device: DeviceInit,
    reply: FastifyReply,
  ): Promise<ClientSessionDto> {
    this.cookies.set(reply, CLIENT_COOKIE, session);
    this.cookies.keepDevice(reply, device.id ?? '');
    return this.dto(session);
  }
}
