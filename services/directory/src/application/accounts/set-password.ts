import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { PasswordRefused } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { faultOfPassword } from '../../domain/accounts/password-policy.js';
import { AccountNotices } from '../ports/accounts/account-notices.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { BreachedPasswords } from '../ports/accounts/breached-passwords.js';
import { Agencies } from '../ports/agencies.js';
import { Passwords } from '../ports/passwords.js';
import { Sessions } from '../ports/sessions.js';
import { SessionHolders } from '../sessions/session.js';
import { LogSecurity } from './log-security.js';
import { accountPath, nameOf } from './open-session.js';
import type { SignInAccount } from './sign-in-accounts.js';
import { SignInAccounts } from './sign-in-accounts.js';

/** A password that its owner chose: sessions opened with the old one end, and the owner is told. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly accounts: SignInAccounts,
    private readonly agencies: Agencies,
    private readonly holders: SessionHolders,
    private readonly passwords: Passwords,
    private readonly breached: BreachedPasswords,
    private readonly securities: AccountSecurities,
    private readonly sessions: Sessions,
    private readonly notices: AccountNotices,
    private readonly log: LogSecurity,
    private readonly clock: Clock,
  ) {}

  /** @throws PasswordRefused */
  async check({ agencyId, holder, mail }: SignInAccount, password: string): Promise<void> {
    const [agency, person] = await Promise.all([
      this.agencies.find(agencyId),
      this.holders.read(agencyId, holder, this.clock.now()),
    ]);
    const personal = [mail, agency?.name ?? '', person ? nameOf(person) : ''];
    const fault = faultOfPassword(password, personal, (text) => this.breached.has(text));
    if (fault) throw new PasswordRefused(fault);
  }

  /** @param keptSession hash of the session that stays. @throws PasswordRefused */
  async execute(
    account: SignInAccount,
    password: string,
    origin: Origin,
    event: 'password-changed' | 'password-reset',
    keptSession = '',
  ): Promise<void> {
    await this.check(account, password);
    const { agencyId, holder, mail } = account;
    const at = this.clock.now();
    await this.accounts.setPassword(agencyId, holder, await this.passwords.hash(password));
    await this.sessions.closeOthers(agencyId, holder, keptSession);
    await this.securities.update(
      agencyId,
      holder,
      (security) => ({ ...security, passwordChangedAt: at, reset: undefined }),
      true,
    );
    await this.log.of(agencyId, holder, event, origin);
    const person = await this.holders.read(agencyId, holder, at);
    await this.notices.send({
      id: `password|${agencyId}|${holder.kind}|${holder.id}|${at.toISOString()}`,
      kind: 'password-changed',
      agencyId,
      name: person ? nameOf(person) : '',
      mail,
      path: accountPath(holder),
      origin,
      at,
    });
  }
}
