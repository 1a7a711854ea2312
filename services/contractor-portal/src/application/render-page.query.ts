import { Injectable } from '@nestjs/common';
import { FindLink } from './find-link.js';
import { PageComposer } from './page-composer.js';
import type { PageResponse } from './page-composer.js';
import { TicketDesk } from './ports/ticket-desk.js';

/** The page of a link. Reading changes nothing: mail scanners open links. */
@Injectable()
export class RenderPageQuery {
  constructor(
    private readonly find: FindLink,
    private readonly desk: TicketDesk,
    private readonly pages: PageComposer,
  ) {}

  async render(token: string, notice: string): Promise<PageResponse> {
    try {
      const link = await this.find.byToken(token);
      const mission = await this.desk.mission(link);
      return await this.pages.mission(200, token, link, mission, notice === 'done' ? { notice } : {});
    } catch (error) {
      return this.pages.failed(error);
    }
  }
}
