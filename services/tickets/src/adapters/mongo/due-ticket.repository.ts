import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { DueTickets } from '../../application/ports/due-tickets.js';
import type { Lease } from '../../application/ports/due-tickets.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { toRecord } from './ticket/ticket.mapper.js';
import { TICKET } from './ticket/ticket.schema.js';
import type { TicketFields } from './ticket/ticket.schema.js';

/** Of so many times more than it takes a replica chooses by chance, so that two seldom reach for the same. */
const SPREAD = 4;

@Injectable()
export class DueTicketRepository extends DueTickets {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  /** Three calls for a whole batch: who is due, the lease for those that are still free, what was got. */
  async claim(now: Date, lease: Lease, limit: number): Promise<TicketRecord[]> {
    for (;;) {
      const due = await this.dueQuery(now, limit * SPREAD).lean<{ _id: string }[]>();
      if (due.length === 0) return [];
      const ids = chosen(due, limit).map(({ _id }) => _id);
      await this.model.updateMany(
        { _id: { $in: ids }, ...free(now) },
        { $set: { leaseUntil: lease.until, leaseId: lease.id } },
      );
      const claimed = await this.model.find({ _id: { $in: ids }, leaseId: lease.id }).lean<TicketFields[]>();
      // Others were faster: there may be more.
      if (claimed.length > 0) return claimed.map(toRecord);
    }
  }

  /** Apart, so that a test can ask for its plan. */
  dueQuery(now: Date, limit: number) {
    return this.model
      .find({ nextDueAt: { $lte: now }, ...free(now) }, { _id: 1 })
      .sort({ nextDueAt: 1 })
      .limit(limit);
  }

  async nextAt(now: Date): Promise<Date | undefined> {
    const [due, waiting] = await Promise.all([
      this.first({ nextDueAt: { $lte: now } }),
      this.first({ nextDueAt: { $gt: now } }),
    ]);
    const times = [
      ...(due ? [Math.max(due.leaseUntil.getTime(), now.getTime())] : []),
      ...(waiting?.nextDueAt ? [waiting.nextDueAt.getTime()] : []),
    ];
    return times.length > 0 ? new Date(Math.min(...times)) : undefined;
  }

  private first(filter: QueryFilter<TicketFields>) {
    return this.model
      .findOne(filter, { nextDueAt: 1, leaseUntil: 1 })
      .sort({ nextDueAt: 1 })
      .lean<Pick<TicketFields, 'nextDueAt' | 'leaseUntil'>>();
  }
}

function free(now: Date): QueryFilter<TicketFields> {
  return { leaseUntil: { $lt: now } };
}

function chosen<T>(from: readonly T[], count: number): T[] {
  const rest = [...from];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) {
    taken.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  }
  return taken;
}
