import { Injectable } from '@nestjs/common';
import { ClientAccountNotFound, UserNotFound } from '../../domain/accounts/errors.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { Sessions } from '../ports/sessions.js';
import type { SignedInAccount } from './signed-in-account.js';
import { SignedInAccounts } from './signed-in-account.js';
import type { SignInAccount } from './sign-in-accounts.js';
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
    const by = await this.signedIn.confirmedAdministrator(token);
    const whose = await this.accounts.of(by.account.agencyId, { kind: 'user', id: userId });
    if (!whose) throw new UserNotFound();
    return this.end(by, whose, origin);
  }

  /** A client's of the agency on all devices, by the mail that signs in. @returns how many */
  async ofClient(token: string, mail: string, origin: Origin): Promise<number> {
    const by = await this.signedIn.confirmedAdministrator(token);
    const whose = await this.accounts.client(by.account.agencyId, mail);
    if (!whose) throw new ClientAccountNotFound();
    return this.end(by, whose, origin);
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

  private async end(
    { account, stored }: SignedInAccount,
    { agencyId, holder, mail }: SignInAccount,
    origin: Origin,
  ): Promise<number> {
    const ended = await this.sessions.closeOthers(agencyId, holder, stored.tokenHash);
    // Live streams look again, and end.
    await this.securities.tellAccess(agencyId, holder.kind, [holder.id]);
    await this.tell.log(account, 'sessions-ended', origin, `${mail} · ${ended}`);
    return ended;
  }
}
