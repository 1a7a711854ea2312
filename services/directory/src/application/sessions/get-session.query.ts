import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { SessionExpired } from '../../domain/errors.js';
import { hasSecondFactor } from '../../domain/accounts/account-security.js';
import { confirmedUntil, isOver, isWorthProlonging, sessionEnd } from '../../domain/sign-in.js';
import { Agencies } from '../ports/agencies.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { SecuritySettings } from '../ports/accounts/security-settings.js';
import { SessionTokens } from '../ports/session-tokens.js';
import type { StoredSession } from '../ports/sessions.js';
import { Sessions } from '../ports/sessions.js';
import type { Session } from './session.js';
import { SessionHolders } from './session.js';

@Injectable()
export class GetSessionQuery {
  constructor(
    private readonly sessions: Sessions,
    private readonly holders: SessionHolders,
    private readonly agencies: Agencies,
    private readonly settings: SecuritySettings,
    private readonly securities: AccountSecurities,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  async execute(token: string): Promise<Session> {
    const now = this.clock.now();
    const tokenHash = this.tokens.hash(token);
    const stored = await this.sessions.find(tokenHash);
    if (!stored || isOver(stored.expiresAt, now)) throw new SessionExpired();
    const { agencyId, holder } = stored;
    const [person, agency, required] = await Promise.all([
      this.holders.read(agencyId, holder, now),
      this.agencies.find(agencyId),
      this.settings.requiresSecondFactor(agencyId),
    ]);
    if (!person || !agency) throw new SessionExpired();
    const isWanted = required && holder.kind === 'user';
    return {
      agencyId: agency.id,
      agencyName: agency.name,
      ...person,
      expiresAt: await this.prolong(stored, now),
      secondFactorMissing: isWanted && !hasSecondFactor(await this.securities.of(agencyId, holder)),
      confirmedUntil: confirmedUntil(stored.confirmedAt),
    };
  }

  /** A session of an older release counts as opened when it was first seen by this one. */
  private async prolong({ tokenHash, expiresAt, openedAt = this.clock.now() }: StoredSession, now: Date) {
    if (!isWorthProlonging(expiresAt, now, openedAt)) return expiresAt;
    const later = sessionEnd(now, openedAt);
    await this.sessions.prolong(tokenHash, { expiresAt: later, seenAt: now, openedAt });
    return later;
  }
}
