import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { LinkExpired, LinkUnknown } from '../domain/errors.js';
import { stateOf } from '../domain/link.js';
import type { Link } from '../domain/link.js';
import { LinkRepository } from './ports/link-repository.js';
import { TokenMint } from './ports/token-mint.js';

/** The usable link of a token. */
@Injectable()
export class FindLink {
  constructor(
    private readonly links: LinkRepository,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  async byToken(token: string): Promise<Link> {
    const link = await this.links.byTokenHash(this.mint.hashOf(token));
    if (!link) throw new LinkUnknown();
    if (stateOf(link, this.clock.now()) !== 'usable') throw new LinkExpired(link.agencyId);
    return link;
  }
}
