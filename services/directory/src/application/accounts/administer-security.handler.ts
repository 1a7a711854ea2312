import { Injectable } from '@nestjs/common';
import { UserNotFound } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import type { User } from '../../domain/records.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import type { SecurityFilter, SecurityPage } from '../ports/accounts/security-log.js';
import { SecurityLog } from '../ports/accounts/security-log.js';
import { SecuritySettings } from '../ports/accounts/security-settings.js';
import { Users } from '../ports/users.js';
import { LogSecurity } from './log-security.js';
import { SignedInAccounts } from './signed-in-account.js';
import { SignInAccounts } from './sign-in-accounts.js';
import { TellSecurity } from './tell-security.js';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 200;

export interface TeamMember {
  user: User;
  hasSecondFactor: boolean;
}

/** What the administrators of an agency decide and read. */
@Injectable()
export class AdministerSecurityHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly users: Users,
    private readonly accounts: SignInAccounts,
    private readonly securities: AccountSecurities,
    private readonly settings: SecuritySettings,
    private readonly log: SecurityLog,
    private readonly logSecurity: LogSecurity,
    private readonly tell: TellSecurity,
  ) {}

  async read(token: string): Promise<{ required: boolean; team: TeamMember[] }> {
    const { agencyId } = (await this.signedIn.administrator(token)).account;
    const [required, users, secured] = await Promise.all([
      this.settings.requiresSecondFactor(agencyId),
      this.users.list(agencyId),
      this.securities.withSecondFactor(agencyId),
    ]);
    return { required, team: users.map((user) => ({ user, hasSecondFactor: secured.has(user.id) })) };
  }

  /** Who has none yet sets one up before anything else, from the next request on. */
  async save(token: string, required: boolean, origin: Origin): Promise<void> {
    const { account } = await this.signedIn.confirmedAdministrator(token);
    const { agencyId, holder } = account;
    if ((await this.settings.requiresSecondFactor(agencyId)) === required) return;
    await this.settings.save(agencyId, required);
    const users = await this.users.list(agencyId);
    await this.securities.tellAccess(
      agencyId,
      'user',
      users.map(({ id }) => id),
    );
    await this.logSecurity.of(
      agencyId,
      holder,
      'settings-changed',
      origin,
      required ? 'second-factor-required' : 'second-factor-optional',
    );
  }

  /** For who lost telephone and codes: the password is enough again, until a new factor is set up. */
  async resetSecondFactor(token: string, userId: string, origin: Origin): Promise<void> {
    const { account } = await this.signedIn.confirmedAdministrator(token);
    const whose = await this.accounts.of(account.agencyId, { kind: 'user', id: userId });
    if (!whose) throw new UserNotFound();
    await this.securities.update(
      whose.agencyId,
      whose.holder,
      (security) => ({ ...security, totp: undefined, pendingTotp: undefined, passkeys: [], recovery: [] }),
      true,
    );
    await this.tell.log(account, 'second-factor-removed', origin, whose.mail);
    await this.tell.secondFactorChanged(whose, origin);
  }

  async events(token: string, filter: SecurityFilter, cursor: string, limit: number): Promise<SecurityPage> {
    const { agencyId } = (await this.signedIn.administrator(token)).account;
    return this.log.list(agencyId, filter, cursor, Math.min(limit || DEFAULT_PAGE, LARGEST_PAGE));
  }

  /** What the gateway saw of one who is signed in. */
  async record(token: string, kind: SecurityEventKind, about: string, origin: Origin): Promise<void> {
    const { account } = await this.signedIn.read(token);
    await this.tell.log(account, kind, origin, about);
  }
}
