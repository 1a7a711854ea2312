import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { ConfirmationRequired, ForbiddenAction } from '../../domain/accounts/errors.js';
import { SessionExpired } from '../../domain/errors.js';
import { isConfirmed, isOver } from '../../domain/sign-in.js';
import { SessionTokens } from '../ports/session-tokens.js';
import type { StoredSession } from '../ports/sessions.js';
import { Sessions } from '../ports/sessions.js';
import type { SignedInPerson } from '../sessions/session.js';
import { SessionHolders } from '../sessions/session.js';
import type { SignInAccount } from './sign-in-accounts.js';
import { SignInAccounts } from './sign-in-accounts.js';

export interface SignedInAccount {
  stored: StoredSession;
  account: SignInAccount;
  person: SignedInPerson;
}

/** Whose account a token opens: nobody names an account that is not theirs. */
@Injectable()
export class SignedInAccounts {
  constructor(
    private readonly sessions: Sessions,
    private readonly holders: SessionHolders,
    private readonly accounts: SignInAccounts,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws SessionExpired */
  async read(token: string): Promise<SignedInAccount> {
    const now = this.clock.now();
    const stored = await this.sessions.find(this.tokens.hash(token));
    if (!stored || isOver(stored.expiresAt, now)) throw new SessionExpired();
    const { agencyId, holder } = stored;
    const [account, person] = await Promise.all([
      this.accounts.of(agencyId, holder),
      this.holders.read(agencyId, holder, now),
    ]);
    if (!account || !person) throw new SessionExpired();
    return { stored, account, person };
  }

  /** @throws SessionExpired, ConfirmationRequired */
  async confirmed(token: string): Promise<SignedInAccount> {
    const found = await this.read(token);
    if (!isConfirmed(found.stored.confirmedAt, this.clock.now())) throw new ConfirmationRequired();
    return found;
  }

  /** @throws SessionExpired, ForbiddenAction */
  async administrator(token: string): Promise<SignedInAccount> {
    const found = await this.read(token);
    if (!('user' in found.person) || found.person.user.role !== 'administrator') throw new ForbiddenAction();
    return found;
  }

  /** @throws SessionExpired, ForbiddenAction, ConfirmationRequired */
  async confirmedAdministrator(token: string): Promise<SignedInAccount> {
    await this.administrator(token);
    return this.confirmed(token);
  }
}
