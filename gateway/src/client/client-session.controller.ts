import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionCookies } from '../session/cookie.js';
import { sessionController } from '../session/any-session.controller.js';
import type { SignedInClient } from '../session/sessions.js';
import { CLIENTS, Sessions } from '../session/sessions.js';
import { clientSessionDto, ClientSessionDto } from './client.dto.js';
import { FollowUpSetting } from './follow-up-setting.js';

const ROUTES = {
  Dto: ClientSessionDto,
  signIn: [
    'signInClient',
    'Sign a client in',
    'Sets the cookie of clients; or answers with what the second step wants, and sets none.',
  ],
  startPasskey: 'startPasskeySignInClient',
  finish: 'finishSignInClient',
  read: ['getClientSession', 'Get the client’s session', 'Which client is signed in, and the CSRF token.'],
  signOut: ['signOutClient', 'Sign a client out'],
} as const;

@ApiTags('Clients’ extranet')
@Controller('api/client/session')
export class ClientSessionController extends sessionController(CLIENTS, ROUTES) {
  constructor(
    sessions: Sessions,
    cookies: SessionCookies,
    private readonly followUps: FollowUpSetting,
  ) {
    super(sessions, cookies);
  }

  async show(session: SignedInClient): Promise<ClientSessionDto> {
    const [followUps, emergency] = await Promise.all([
      this.followUps.isShownAnywhere(session),
      this.followUps.emergencyLines(session),
    ]);
    return clientSessionDto(session, { followUps, emergency });
  }
}
