import { Injectable } from '@nestjs/common';
import type { HistoryEntry } from '../../domain/history/record.js';
import { Anchors } from '../ports/anchors.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketRecord } from '../ports/tickets.js';
import { GetTicketQuery } from '../reading/get-ticket.query.js';
import type { Caller } from '../running/caller.js';
import { HistoryKey, firstBroken } from '../running/chain-history.js';

export interface Verified {
  readonly entries: number;
  /** The place of the first entry that does not hold, counted from 0. */
  readonly brokenAt?: number;
  /** The day up to which it is anchored outside the database. */
  readonly anchoredOn?: string;
  readonly isKeyed: boolean;
}

/** Whether nothing in a ticket's history was changed, dropped or moved, also by who may write into the database. */
@Injectable()
export class VerifyHistoryQuery {
  constructor(
    private readonly getTicket: GetTicketQuery,
    private readonly tickets: Tickets,
    private readonly anchors: Anchors,
    private readonly key: HistoryKey,
  ) {}

  /** @throws TicketNotFound */
  async execute(caller: Caller, ticketId: string): Promise<Verified> {
    const { agencyId } = caller;
    const entries = await this.all(await this.getTicket.execute(caller, ticketId));
    const anchor = await this.anchors.find(agencyId, ticketId);
    const isAnchorBroken = anchor !== undefined && entries[anchor.entries - 1]?.hash !== anchor.hash;
    const brokenAt =
      firstBroken(entries, this.key.secret) ?? (isAnchorBroken ? anchor.entries - 1 : undefined);
    return {
      entries: entries.length,
      isKeyed: this.key.secret !== '',
      ...(brokenAt === undefined ? {} : { brokenAt }),
      ...(anchor && !isAnchorBroken ? { anchoredOn: anchor.day } : {}),
    };
  }

  private async all({ ticket, history, earlier }: TicketRecord): Promise<HistoryEntry[]> {
    const { agencyId, id: ticketId } = ticket.details;
    const pages: HistoryEntry[][] = [[...history]];
    for (let before = earlier.history; before > 0;) {
      const page = await this.tickets.pageBefore({ agencyId, ticketId }, 'history', before);
      if (!page) break;
      pages.unshift(page.entries as HistoryEntry[]);
      before = page.from;
    }
    return pages.flat();
  }
}
