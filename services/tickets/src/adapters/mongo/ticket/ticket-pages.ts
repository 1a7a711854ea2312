import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { TicketPage, TicketPart, TicketRecord } from '../../../application/ports/tickets.js';
import { TICKET_PAGE } from './ticket-page.schema.js';
import type { TicketPageFields } from './ticket-page.schema.js';

interface OfTicket {
  readonly agencyId: string;
  readonly ticketId: string;
}

/** What tickets let go of, page by page. */
@Injectable()
export class TicketPages {
  constructor(@InjectModel(TICKET_PAGE) private readonly model: Model<TicketPageFields>) {}

  /** Entries never change, so a page that holds as many or more is left as it is. */
  async write({ ticket }: TicketRecord, pages: readonly TicketPage[]): Promise<void> {
    const { agencyId, id: ticketId } = ticket.details;
    await Promise.all(pages.map((page) => this.writeOne({ agencyId, ticketId }, page)));
  }

  async before(
    { agencyId, ticketId }: OfTicket,
    part: TicketPart,
    place: number,
  ): Promise<Omit<TicketPage, 'part'> | undefined> {
    const found = await this.model
      .findOne({ agencyId, ticketId, part, from: { $lt: place } })
      .sort({ from: -1 })
      .lean<TicketPageFields>();
    return found ? { from: found.from, entries: found.entries.slice(0, place - found.from) } : undefined;
  }

  async all({ agencyId, ticketId }: OfTicket): Promise<TicketPage[]> {
    const found = await this.model
      .find({ agencyId, ticketId })
      .sort({ part: 1, from: 1 })
      .lean<TicketPageFields[]>();
    return found.map(({ part, from, entries }) => ({ part: part as TicketPart, from, entries }));
  }

  /** The one way in which entries change: somebody is struck out of them. */
  async rewrite({ agencyId, ticketId }: OfTicket, pages: readonly TicketPage[]): Promise<void> {
    for (const { part, from, entries } of pages) {
      await this.model.collection.updateOne(
        { _id: `${ticketId}/${part}/${from}`, agencyId } as object,
        { $set: { entries: [...entries] } },
        { ignoreUndefined: true },
      );
    }
  }

  async erase({ agencyId, ticketId }: OfTicket): Promise<void> {
    await this.model.deleteMany({ agencyId, ticketId });
  }

  private async writeOne(
    { agencyId, ticketId }: OfTicket,
    { part, from, entries }: TicketPage,
  ): Promise<void> {
    const count = entries.length;
    const _id = `${ticketId}/${part}/${from}`;
    try {
      await this.model.collection.updateOne(
        { _id, count: { $lt: count } } as object,
        { $set: { agencyId, ticketId, part, from, count, entries: [...entries] } },
        { upsert: true, ignoreUndefined: true },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
