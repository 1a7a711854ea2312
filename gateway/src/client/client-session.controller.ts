import { Clock } from '@intervia/clock';
import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GatewayEnv } from '../gateway.env.js';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Problems } from '../openapi/decorators.js';
import { CLIENT_COOKIE, cookieOptions, sessionCookie } from '../session/cookie.js';
import { SignInDto } from '../session/session.dto.js';
import { ForClients, MeAsClient, Public } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import { Sessions } from '../session/sessions.js';
import { clientSessionDto, ClientSessionDto } from './client.dto.js';

@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client/session')
export class ClientSessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly env: GatewayEnv,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @ApiOperation({ summary: 'Sign a client in; sets a cookie of its own' })
  @ApiOkResponse({ type: ClientSessionDto })
  @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
  async signIn(
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientSessionDto> {
    const session = await this.sessions.signInClient(body.mail.trim(), body.password);
    const cookie = sessionCookie(this.env, session.expiresAt, this.clock.now());
    reply.setCookie(CLIENT_COOKIE, session.token, cookie);
    return clientSessionDto(session);
  }

  @Get()
  @ApiOperation({ summary: 'Which client is signed in; gives the CSRF token' })
  @ApiOkResponse({ type: ClientSessionDto })
  @Problems('SIGN_IN_REQUIRED', 'SESSION_EXPIRED')
  read(@MeAsClient() me: SignedInClient): ClientSessionDto {
    return clientSessionDto(me);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign the client out' })
  @Problems('SIGN_IN_REQUIRED', 'CSRF_TOKEN_INVALID')
  async signOut(
    @MeAsClient() me: SignedInClient,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(me.token);
    reply.clearCookie(CLIENT_COOKIE, cookieOptions(this.env));
  }
}
