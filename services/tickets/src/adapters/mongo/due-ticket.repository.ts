import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { DueTickets } from '../../application/ports/due-tickets.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { toRecord } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

@Injectable()
export class DueTicketRepository extends DueTickets {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async claim(now: Date, leaseUntil: Date): Promise<TicketRecord | undefined> {
    const claimed = await this.model
      .findOneAndUpdate(
        { nextDueAt: { $lte: now }, leaseUntil: { $lt: now } },
        { $set: { leaseUntil } },
        { sort: { nextDueAt: 1 }, returnDocument: 'after' },
      )
      .lean<TicketFields>();
    return claimed ? toRecord(claimed) : undefined;
  }
}
