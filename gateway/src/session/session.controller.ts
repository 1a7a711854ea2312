import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sessionController } from './any-session.controller.js';
import { sessionDto, SessionDto } from './session.dto.js';
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
  show(session: SignedIn): SessionDto {
    return sessionDto(session);
  }
}
