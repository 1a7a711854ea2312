import { Injectable } from '@nestjs/common';
import type { AccountSecurity } from '../../domain/accounts/account-security.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { confirmedUntil } from '../../domain/sign-in.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { SecuritySettings } from '../ports/accounts/security-settings.js';
import type { StoredSession } from '../ports/sessions.js';
import { Sessions } from '../ports/sessions.js';
import { LogSecurity } from './log-security.js';
import { nameOf } from './open-session.js';
import { SignedInAccounts } from './signed-in-account.js';

export interface OwnAccount {
  name: string;
  mail: string;
  security: AccountSecurity;
  secondFactorRequired: boolean;
  confirmedUntil: Date | undefined;
}

export interface OwnSession extends StoredSession {
  current: boolean;
}

/** What somebody sees of the own account, and the sessions that it may end. */
@Injectable()
export class OwnSessionsHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly sessions: Sessions,
    private readonly securities: AccountSecurities,
    private readonly settings: SecuritySettings,
    private readonly log: LogSecurity,
  ) {}

  async account(token: string): Promise<OwnAccount> {
    const { account, person, stored } = await this.signedIn.read(token);
    const { agencyId, holder, mail } = account;
    const [security, required] = await Promise.all([
      this.securities.of(agencyId, holder),
      this.settings.requiresSecondFactor(agencyId),
    ]);
    return {
      name: nameOf(person),
      mail,
      security,
      secondFactorRequired: required && holder.kind === 'user',
      confirmedUntil: confirmedUntil(stored.confirmedAt),
    };
  }

  async list(token: string): Promise<OwnSession[]> {
    const { stored } = await this.signedIn.read(token);
    const open = await this.sessions.listOf(stored.agencyId, stored.holder);
    return open.map((session) => ({ ...session, current: session.tokenHash === stored.tokenHash }));
  }

  /** One, by its public id; without one all but the asking one. @returns how many */
  async end(token: string, publicId: string, origin: Origin): Promise<number> {
    const { stored } = await this.signedIn.read(token);
    const { agencyId, holder, tokenHash } = stored;
    const ended = publicId
      ? await this.endOne(stored, publicId)
      : await this.sessions.closeOthers(agencyId, holder, tokenHash);
    if (ended === 0) return 0;
    await this.securities.tellAccess(agencyId, holder.kind, [holder.id]);
    await this.log.of(agencyId, holder, 'sessions-ended', origin, String(ended));
    return ended;
  }

  private async endOne({ agencyId, holder }: StoredSession, publicId: string): Promise<number> {
    const open = await this.sessions.listOf(agencyId, holder);
    const named = open.find((session) => session.publicId === publicId);
    if (!named) return 0;
    await this.sessions.close(named.tokenHash);
    return 1;
  }
}
