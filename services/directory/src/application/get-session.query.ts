import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { SessionExpired } from '../domain/errors.js';
import { isOver, isWorthProlonging, sessionEnd } from '../domain/sign-in.js';
import { Agencies } from './ports/agencies.js';
import { SessionTokens } from './ports/session-tokens.js';
import { Sessions } from './ports/sessions.js';
import type { Session } from './session.js';
import { SessionHolders } from './session.js';

@Injectable()
export class GetSessionQuery {
  constructor(
    private readonly sessions: Sessions,
    private readonly holders: SessionHolders,
    private readonly agencies: Agencies,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  async execute(token: string): Promise<Session> {
    const now = this.clock.now();
    const tokenHash = this.tokens.hash(token);
    const stored = await this.sessions.find(tokenHash);
    if (!stored || isOver(stored.expiresAt, now)) throw new SessionExpired();
    const [person, agency] = await Promise.all([
      this.holders.read(stored.agencyId, stored.holder, now),
      this.agencies.find(stored.agencyId),
    ]);
    if (!person || !agency) throw new SessionExpired();
    return {
      agencyId: agency.id,
      agencyName: agency.name,
      ...person,
      expiresAt: await this.prolong(tokenHash, stored.expiresAt, now),
    };
  }

  private async prolong(tokenHash: string, expiresAt: Date, now: Date): Promise<Date> {
    if (!isWorthProlonging(expiresAt, now)) return expiresAt;
    const later = sessionEnd(now);
    await this.sessions.prolong(tokenHash, later);
    return later;
  }
}
