import { Injectable } from '@nestjs/common';
import type { Origin } from '../../domain/accounts/origin.js';
import { LogSecurity } from '../accounts/log-security.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { Sessions } from '../ports/sessions.js';

/** Ending an unknown session is no error: the wish is fulfilled. */
@Injectable()
export class SignOutHandler {
  constructor(
    private readonly sessions: Sessions,
    private readonly securities: AccountSecurities,
    private readonly log: LogSecurity,
    private readonly tokens: SessionTokens,
  ) {}

  async execute(token: string, origin: Origin): Promise<void> {
    const tokenHash = this.tokens.hash(token);
    const stored = await this.sessions.find(tokenHash);
    if (!stored) return;
    const { agencyId, holder } = stored;
    await this.sessions.close(tokenHash);
    await this.securities.tellAccess(agencyId, holder.kind, [holder.id]);
    await this.log.of(agencyId, holder, 'sign-out', origin);
  }
}
