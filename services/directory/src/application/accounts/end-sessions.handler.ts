import { Injectable } from '@nestjs/common';
import { UserNotFound } from '../../domain/accounts/errors.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { Sessions } from '../ports/sessions.js';
import { SignedInAccounts } from './signed-in-account.js';
import { SignInAccounts } from './sign-in-accounts.js';
import { TellSecurity } from './tell-security.js';

const KINDS: readonly SessionHolder['kind'][] = ['user', 'client'];

/** What an administrator does when a device was stolen, or when all must sign in anew. */
@Injectable()
export class EndSessionsHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly accounts: SignInAccounts,
    private readonly sessions: Sessions,
    private readonly securities: AccountSecurities,
    private readonly tell: TellSecurity,
  ) {}

  /** A colleague's on all devices, but for the asking one. @returns how many */
  async ofUser(token: string, userId: string, origin: Origin): Promise<number> {
    const { account, stored } = await this.signedIn.confirmedAdministrator(token);
    const whose = await this.accounts.of(account.agencyId, { kind: 'user', id: userId });
    if (!whose) throw new UserNotFound();
    const ended = await this.sessions.closeOthers(whose.agencyId, whose.holder, stored.tokenHash);
    // Live streams look again, and end.
    await this.securities.tellAccess(whose.agencyId, 'user', [userId]);
    await this.tell.log(account, 'sessions-ended', origin, `${whose.mail} · ${ended}`);
    return ended;
  }

  /** Those of everybody in the agency, staff and clients, but for the asking one. @returns how many */
  async ofAll(token: string, origin: Origin): Promise<number> {
    const { account, stored } = await this.signedIn.confirmedAdministrator(token);
    const { agencyId } = account;
    const ended = await this.sessions.closeAgency(agencyId, stored.tokenHash);
    for (const kind of KINDS) {
      const ids = ended.flatMap((holder) => (holder.kind === kind ? holder.id : []));
      await this.securities.tellAccess(agencyId, kind, [...new Set(ids)]);
    }
    await this.tell.log(account, 'sessions-ended', origin, 'everybody');
    return ended.length;
  }
}
