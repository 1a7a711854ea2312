import { PortalService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { LinkHolder } from '../../application/ports/links.js';
import { Links } from '../../application/ports/links.js';

@Injectable()
export class NatsLinks extends Links {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async issue(agencyId: string, ticketId: string, holder: LinkHolder): Promise<string> {
    const { url } = await this.bus.service(PortalService).issueLink({ agencyId, ticketId, ...holder });
    return url;
  }
}
