import { Injectable, Logger } from '@nestjs/common';
import { DirectoryService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { AgencyBook } from '../../application/ports/agency-book.js';
import type { AgencyCard } from '../../application/ports/agency-book.js';

/** A letterhead hardly changes; a page must not wait for it. */
const KEPT_MS = 5 * 60_000;
const TIMEOUT_MS = 1_000;

@Injectable()
export class NatsAgencyBook extends AgencyBook {
  private readonly logger = new Logger(NatsAgencyBook.name);
  private readonly directory;
  private readonly known = new Map<string, { card: AgencyCard; readAt: number }>();

  constructor(bus: BusClient) {
    super();
    this.directory = bus.service(DirectoryService);
  }

  async card(agencyId: string): Promise<AgencyCard | undefined> {
    const known = this.known.get(agencyId);
    if (known && performance.now() - known.readAt < KEPT_MS) return known.card;
    try {
      const { agency } = await this.directory.getAgency({ agencyId }, { timeoutMs: TIMEOUT_MS });
      if (!agency) return known?.card;
      const { name, address, phone, hideMailFromContractors: hideMail } = agency;
      const card = { name, address, phone, hideMail };
      this.known.set(agencyId, { card, readAt: performance.now() });
      return card;
    } catch (error) {
      this.logger.warn(`No letterhead for agency ${agencyId}: ${String(error)}`);
      return known?.card;
    }
  }
}
