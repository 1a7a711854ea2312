import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { SESSION_COOKIE, SessionCookies } from './cookie.js';
import { sessionDto, SessionDto, SignInDto } from './session.dto.js';
import { Me, Public } from './session.guard.js';
import type { SignedIn } from './sessions.js';
import { Sessions } from './sessions.js';

@ApiTags('Session')
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
  @Operation('signIn', 'Sign in', 'Sets the session cookie.')
  @ApiOkResponse({ type: SessionDto })
  @Problems('INVALID_REQUEST', 'INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_REQUESTS')
  async signIn(
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.sessions.signIn(body.mail.trim(), body.password);
    this.cookies.set(reply, SESSION_COOKIE, session);
    return sessionDto(session);
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
  async signOut(@Me() session: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(session.token);
    this.cookies.clear(reply, SESSION_COOKIE);
  }
}
