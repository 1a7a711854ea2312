import { Injectable } from '@nestjs/common';
import { SessionTokens } from './ports/session-tokens.js';
import { Sessions } from './ports/sessions.js';

/** Ending an unknown session is no error: the wish is fulfilled. */
@Injectable()
export class SignOutHandler {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: SessionTokens,
  ) {}

  execute(token: string): Promise<void> {
    return this.sessions.close(this.tokens.hash(token));
  }
}
