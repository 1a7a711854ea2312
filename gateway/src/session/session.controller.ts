import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiTags, refs } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { SESSION_COOKIE, SessionCookies } from './cookie.js';
import type { DeviceInit } from './from-device.js';
import { deviceOf, From } from './from-device.js';
import {
  FinishSignInDto,
  PasskeyStepDto,
  SecondStepAnswerDto,
  sessionDto,
  SessionDto,
  SignInDto,
  stepDto,
} from './session.dto.js';
import { Me, Public, WithoutSecondFactor } from './session.guard.js';
import type { SignedIn } from './sessions.js';
import { Sessions } from './sessions.js';

@ApiTags('Session')
@WithoutSecondFactor()
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'signIn',
    'Sign in',
    'Sets the session cookie; or answers with what the second step wants, and sets none.',
  )
  @ApiExtraModels(SessionDto, SecondStepAnswerDto)
  @ApiOkResponse({ schema: { oneOf: refs(SessionDto, SecondStepAnswerDto) } })
  @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
  async signIn(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto | SecondStepAnswerDto> {
    const device = this.device(request);
    const answer = await this.sessions.signIn(body.mail.trim(), body.password, device);
    if ('step' in answer) return { secondStep: stepDto(answer) };
    return this.opened(answer, device, reply);
  }

  @Post('passkey')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'startPasskeySignIn',
    'Begin to sign in with a passkey',
    'Then finish with the answer of the browser.',
  )
  @ApiOkResponse({ type: PasskeyStepDto })
  @Problems('TOO_MANY_REQUESTS')
  async startPasskey(): Promise<PasskeyStepDto> {
    const { step, options } = await this.sessions.startPasskey(false);
    return { step, options };
  }

  @Post('second-step')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'finishSignIn',
    'Finish signing in',
    'With a code, a recovery code or a passkey. Sets the cookie.',
  )
  @ApiOkResponse({ type: SessionDto })
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
  ): Promise<SessionDto> {
    const device = this.device(request);
    return this.opened(await this.sessions.finish(step, proof, device), device, reply);
  }

  @Get()
  @Operation('getSession', 'Get the session', 'Who is signed in, with which rights, and the CSRF token.')
  @ApiOkResponse({ type: SessionDto })
  @Problems('SIGN_IN_REQUIRED', 'SESSION_EXPIRED')
  read(@Me() session: SignedIn): SessionDto {
    return sessionDto(session);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  @Operation('signOut', 'Sign out', 'Ends the session and clears its cookie.')
  @Problems('SIGN_IN_REQUIRED', 'CSRF_TOKEN_INVALID')
  async signOut(
    @Me() session: SignedIn,
    @From() device: DeviceInit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(session.token, device);
    this.cookies.clear(reply, SESSION_COOKIE);
  }

  private device(request: FastifyRequest): DeviceInit {
    return { ...deviceOf(request), id: this.cookies.deviceId(request) };
  }

  private opened(session: SignedIn, device: DeviceInit, reply: FastifyReply): SessionDto {
    this.cookies.set(reply, SESSION_COOKIE, session);
    this.cookies.keepDevice(reply, device.id ?? '');
    return sessionDto(session);
  }
}
