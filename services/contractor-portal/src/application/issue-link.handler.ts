import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { expiryFrom } from '../domain/link.js';
import type { LinkTarget } from '../domain/link.js';
import { LinkRepository } from './ports/link-repository.js';
import { TokenMint } from './ports/token-mint.js';

/** The token of a holder's link: the one it has, with a new lease, or a new one. */
@Injectable()
export class IssueLinkHandler {
  constructor(
    private readonly links: LinkRepository,
    private readonly mint: TokenMint,
    private readonly clock: Clock,
  ) {}

  async issue(target: LinkTarget): Promise<string> {
    const now = this.clock.now();
    const expiresAt = expiryFrom(now);
    const known = await this.links.prolong(target, now, expiresAt);
    return this.mint.tokenOf((known ?? (await this.make(target, now, expiresAt))).id);
  }

  private async make(target: LinkTarget, now: Date, expiresAt: Date) {
    const id = this.mint.newId();
    return this.links.replace({ id, ...target, expiresAt }, this.mint.hashOf(this.mint.tokenOf(id)), now);
  }
}
