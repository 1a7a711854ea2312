import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { HistoryHeads } from '../../../application/ports/anchors.js';
import type { Anchor } from '../../../application/ports/anchors.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

type Head = Pick<TicketFields, '_id' | 'agencyId' | 'history' | 'earlier'>;

@Injectable()
export class HistoryHeadsRepository extends HistoryHeads {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  /** Once a day, through all tickets: an index for it would cost something at each save. */
  async *since(moment: Date): AsyncIterable<Anchor> {
    const changed = this.model
      .find(
        { modifiedAt: { $gte: moment }, deletion: { $exists: false } },
        { agencyId: 1, 'history.hash': 1, 'earlier.history': 1 },
      )
      .lean<Head>()
      .cursor();
    for await (const { _id: ticketId, agencyId, history, earlier } of changed as AsyncIterable<Head>) {
      const hash = history.at(-1)?.hash;
      if (hash) yield { agencyId, ticketId, entries: (earlier?.history ?? 0) + history.length, hash };
    }
  }
}
