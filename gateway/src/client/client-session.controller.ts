import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { CLIENT_COOKIE, SessionCookies } from '../session/cookie.js';
import { SignInDto } from '../session/session.dto.js';
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
  @Operation('signInClient', 'Sign a client in', 'Sets a cookie of its own.')
  @ApiOkResponse({ type: ClientSessionDto })
  @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
  async signIn(
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClientSessionDto> {
    const session = await this.sessions.signInClient(body.mail.trim(), body.password);
    this.cookies.set(reply, CLIENT_COOKIE, session);
    return this.dto(session);
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(me.token);
    this.cookies.clear(reply, CLIENT_COOKIE);
  }

  private async dto(session: SignedInClient): Promise<ClientSessionDto> {
    return clientSessionDto(session, await this.followUps.isShownAnywhere(session));
  }
}
