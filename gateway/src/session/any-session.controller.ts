import type { Type } from '@nestjs/common';
import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, refs } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { SessionCookies } from './cookie.js';
import type { DeviceInit } from './from-device.js';
import { deviceOf, From } from './from-device.js';
import { FinishSignInDto, PasskeyStepDto, SecondStepAnswerDto, SignInDto, stepDto } from './session.dto.js';
import { ForClients, ForStaff, Me, MeAsClient, Public, WithoutSecondFactor } from './session.guard.js';
import type { AnyoneSignedIn, Kind } from './sessions.js';
import { Sessions } from './sessions.js';

/** How the API's document names and describes a route. */
type Named = readonly [id: string, summary: string, description: string];

export interface SessionRoutes<D> {
  readonly Dto: Type<D>;
  readonly signIn: Named;
  readonly startPasskey: string;
  readonly finish: string;
  readonly read: Named;
  readonly signOut: readonly [id: string, summary: string];
}

/** The same way in and out for staff and clients, under addresses and cookies of their own. */
export function sessionController<S extends AnyoneSignedIn, D extends object>(
  kind: Kind<S>,
  routes: SessionRoutes<D>,
) {
  const Mine = kind.client ? MeAsClient : Me;

  @(kind.client ? ForClients() : ForStaff())
  @WithoutSecondFactor()
  abstract class AnySessionController {
    constructor(
      readonly sessions: Sessions,
      readonly cookies: SessionCookies,
    ) {}

    abstract show(session: S): D | Promise<D>;

    @Post()
    @Public()
    @HttpCode(200)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(...routes.signIn)
    @ApiExtraModels(routes.Dto, SecondStepAnswerDto)
    @ApiOkResponse({ schema: { oneOf: refs(routes.Dto, SecondStepAnswerDto) } })
    @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
    async signIn(
      @Body() { mail, password }: SignInDto,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<D | SecondStepAnswerDto> {
      const device = this.deviceOf(request);
      const answer = await this.sessions.signIn(kind, mail.trim(), password, device);
      return 'step' in answer ? { secondStep: stepDto(answer) } : this.opened(answer, device, reply);
    }

    @Post('passkey')
    @Public()
    @HttpCode(200)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(
      routes.startPasskey,
      'Begin to sign in with a passkey',
      'Then finish with the answer of the browser.',
    )
    @ApiOkResponse({ type: PasskeyStepDto })
    @Problems('TOO_MANY_REQUESTS')
    async startPasskey(): Promise<PasskeyStepDto> {
      const { step, options } = await this.sessions.startPasskey(kind);
      return { step, options };
    }

    @Post('second-step')
    @Public()
    @HttpCode(200)
    @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
    @Operation(
      routes.finish,
      'Finish signing in',
      'With a code, a recovery code or a passkey. Sets the cookie.',
    )
    @ApiOkResponse({ type: routes.Dto })
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
    ): Promise<D> {
      const device = this.deviceOf(request);
      return this.opened(await this.sessions.finish(kind, step, proof, device), device, reply);
    }

    @Get()
    @Operation(...routes.read)
    @ApiOkResponse({ type: routes.Dto })
    @Problems('SIGN_IN_REQUIRED', 'SESSION_EXPIRED')
    read(@Mine() session: S): D | Promise<D> {
      return this.show(session);
    }

    @Delete()
    @HttpCode(204)
    @ApiNoContentResponse()
    @Operation(...routes.signOut, 'Ends the session and clears its cookie.')
    @Problems('SIGN_IN_REQUIRED', 'CSRF_TOKEN_INVALID')
    async signOut(
      @Mine() session: S,
      @From() device: DeviceInit,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<void> {
      await this.sessions.signOut(session.token, device);
      this.cookies.clear(reply, kind.cookie);
    }

    deviceOf(request: FastifyRequest): DeviceInit {
      return { ...deviceOf(request), id: this.cookies.deviceId(request) };
    }

    opened(session: S, device: DeviceInit, reply: FastifyReply): D | Promise<D> {
      this.cookies.set(reply, kind.cookie, session);
      this.cookies.keepDevice(reply, device.id ?? '');
      return this.show(session);
    }
  }
  return AnySessionController;
}
