import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_LIMIT } from '../http/rate-limits.js';
import { Operation, Problems } from '../openapi/decorators.js';
import { sessionController } from './any-session.controller.js';
import { sessionDto, SessionDto, SignInLinkDto } from './session.dto.js';
import { Public } from './session.guard.js';
import type { SignedIn } from './sessions.js';
import { STAFF } from './sessions.js';

const ROUTES = {
  Dto: SessionDto,
  signIn: [
    'signIn',
    'Sign in',
    'Sets the session cookie; or answers with what the second step wants, and sets none.',
  ],
  startPasskey: 'startPasskeySignIn',
  finish: 'finishSignIn',
  read: ['getSession', 'Get the session', 'Who is signed in, with which rights, and the CSRF token.'],
  signOut: ['signOut', 'Sign out'],
} as const;

@ApiTags('Session')
@Controller('api/session')
export class SessionController extends sessionController(STAFF, ROUTES) {
  @Post('link')
  @Public()
  @HttpCode(200)
  @RouteConfig({ rateLimit: SIGN_IN_LIMIT })
  @Operation(
    'signInByLink',
    'Sign in by a link of LSC',
    'Once, within a minute. Sets the cookie; whoever is signed in as this user already stays so.',
  )
  @ApiOkResponse({ type: SessionDto })
  @Problems('SIGN_IN_LINK_SPENT', 'TOO_MANY_REQUESTS', 'INVALID_REQUEST')
  async byLink(
    @Body() { link }: SignInLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const device = this.deviceOf(request);
    const current = this.cookies.read(request, STAFF.cookie) ?? '';
    const session = await this.sessions.byLink(link, current, device);
    return this.opened(session, device, reply);
  }

  show(session: SignedIn): SessionDto {
    return sessionDto(session);
  }
}
