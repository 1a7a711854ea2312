import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { FindLink } from './find-link.js';
import { PageComposer } from './page-composer.js';
import type { PageResponse } from './page-composer.js';
import { Postman } from './ports/postman.js';

/** The form of a link that is over. */
export const RENEWAL = 'nouveau-lien';

/**
 * Who holds an old link may have it renewed, at the address that the agency knows: an old link in the wrong hands gets
 * nothing by it. Once a day for each link.
 */
@Injectable()
export class RenewLinkHandler {
  constructor(
    private readonly find: FindLink,
    private readonly postman: Postman,
    private readonly pages: PageComposer,
    private readonly clock: Clock,
  ) {}

  async renew(token: string): Promise<PageResponse> {
    try {
      const link = await this.find.known(token);
      const day = this.clock.now().toISOString().slice(0, 'yyyy-mm-dd'.length);
      const left = await this.postman.sendAgain(link, `renewal:${link.id}:${day}`);
      return await this.pages.renewed(link.agencyId, left);
    } catch (error) {
      return this.pages.failed(error);
    }
  }
}
