import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import { AccountNotices } from '../ports/accounts/account-notices.js';
import { SessionHolders } from '../sessions/session.js';
import { LogSecurity } from './log-security.js';
import { accountPath, nameOf } from './open-session.js';
import type { SignInAccount } from './sign-in-accounts.js';

/** The log, and the owner by mail. */
@Injectable()
export class TellSecurity {
  constructor(
    private readonly logSecurity: LogSecurity,
    private readonly notices: AccountNotices,
    private readonly holders: SessionHolders,
    private readonly clock: Clock,
  ) {}

  log(
    { agencyId, holder }: SignInAccount,
    kind: SecurityEventKind,
    origin: Origin,
    about?: string,
  ): Promise<void> {
    return this.logSecurity.of(agencyId, holder, kind, origin, about);
  }

  async secondFactorChanged({ agencyId, holder, mail }: SignInAccount, origin: Origin): Promise<void> {
    const at = this.clock.now();
    const person = await this.holders.read(agencyId, holder, at);
    await this.notices.send({
      id: `factor|${agencyId}|${holder.kind}|${holder.id}|${at.toISOString()}`,
      kind: 'second-factor-changed',
      agencyId,
      name: person ? nameOf(person) : '',
      mail,
      path: accountPath(holder),
      origin,
      at,
    });
  }
}
