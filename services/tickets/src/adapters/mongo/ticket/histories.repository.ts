import type { Model } from 'mongoose';
import { Histories } from '../../../application/ports/histories.js';
import type { StoredHistory } from '../../../application/ports/histories.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import type { TicketPageFields } from './ticket-page.schema.js';
import { toEntry } from './ticket.mapper.js';
import type { TicketFields } from './ticket.schema.js';

type Part = Pick<TicketFields, '_id' | 'agencyId' | 'number' | 'history' | 'earlier' | 'deletion'>;

/** One ticket at a time, whatever their number. */
export class HistoriesRepository extends Histories {
  constructor(
    private readonly tickets: Model<TicketFields>,
    private readonly pages: Model<TicketPageFields>,
  ) {
    super();
  }

  async *every(): AsyncIterable<StoredHistory> {
    const fields = { agencyId: 1, number: 1, history: 1, 'earlier.history': 1, deletion: 1 };
    const cursor = this.tickets.find({}, fields).lean<Part>().cursor();
    for await (const { _id: ticketId, agencyId, number, ...held } of cursor as AsyncIterable<Part>) {
      const isDeleted = held.deletion !== undefined && held.deletion !== null;
      const earlier = await this.earlier(agencyId, ticketId, held.earlier?.history ?? 0);
      const entries = [...earlier, ...(held.history ?? []).map(toEntry)];
      yield { agencyId, ticketId, number, isDeleted, entries: isDeleted ? [] : entries };
    }
  }

  /** A page may hold an entry more than the ticket let go of, after a crash: that one stands in the ticket. */
  private async earlier(agencyId: string, ticketId: string, count: number): Promise<HistoryEntry[]> {
    if (count === 0) return [];
    const found = await this.pages
      .find({ agencyId, ticketId, part: 'history' })
      .sort({ from: 1 })
      .lean<TicketPageFields[]>();
    return found.flatMap(({ from, entries }) =>
      (entries as HistoryEntry[]).slice(0, Math.max(count - from, 0)).map(toEntry),
    );
  }
}
