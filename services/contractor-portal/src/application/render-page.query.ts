import { Injectable } from '@nestjs/common';
import { FindLink } from './find-link.js';
import { PageComposer } from './page-composer.js';
import type { PageResponse } from './page-composer.js';
import { TicketDesk } from './ports/ticket-desk.js';

/** Stands where a token would, and is far too short to be one. */
export const HELP = 'aide';

/** The page of a link. Reading changes nothing: mail scanners open links. */
@Injectable()
export class RenderPageQuery {
  constructor(
    private readonly find: FindLink,
    private readonly desk: TicketDesk,
    private readonly pages: PageComposer,
  ) {}

  async render(token: string, notice: string): Promise<PageResponse> {
    if (token === HELP) return this.pages.help();
    try {
      const link = await this.find.byToken(token);
      const view = await this.desk.view(link);
      return await this.pages.ticket(200, token, link, view, notice === 'done' ? { notice } : {});
    } catch (error) {
      return this.pages.failed(error);
    }
  }
}
