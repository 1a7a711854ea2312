import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import type { LinkTarget } from '../domain/link.js';
import { LinkRepository } from './ports/link-repository.js';

/** A link in the wrong hands opens nothing any more; the next message carries a new one. */
@Injectable()
export class RevokeLinksHandler {
  constructor(
    private readonly links: LinkRepository,
    private readonly clock: Clock,
  ) {}

  async revoke(target: LinkTarget): Promise<number> {
    return this.links.revoke(target, this.clock.now());
  }
}
