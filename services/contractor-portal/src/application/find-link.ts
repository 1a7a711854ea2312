import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { LinkExpired, LinkUnknown } from '../domain/errors.js';
import { livesWithTicket, stateOf } from '../domain/link.js';
import type { Link } from '../domain/link.js';
import { LinkRepository } from './ports/link-repository.js';
import { TicketDesk } from './ports/ticket-desk.js';
import { TokenMint } from './ports/token-mint.js';

/** The usable link of a token. */
@Injectable()
export class FindLink {
  constructor(
    private readonly links: LinkRepository,
    private readonly mint: TokenMint,
    private readonly desk: TicketDesk,
    private readonly clock: Clock,
  ) {}

  async byToken(token: string): Promise<Link> {
    const link = await this.known(token);
    if (!(await this.isUsable(link))) throw new LinkExpired(link.agencyId, token);
    return link;
  }

  /** Whoever holds it, also one that is over. @throws LinkUnknown */
  async known(token: string): Promise<Link> {
    const link = await this.links.byTokenHash(this.mint.hashOf(token));
    if (!link) throw new LinkUnknown();
    return link;
  }

  private async isUsable(link: Link): Promise<boolean> {
    const now = this.clock.now();
    const state = stateOf(link, now);
    if (state !== 'expired') return state === 'usable';
    return livesWithTicket(await this.desk.view(link), now);
  }
}
