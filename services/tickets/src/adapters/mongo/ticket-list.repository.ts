import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { TicketList } from '../../application/ports/ticket-list.js';
import type {
  RowPosition,
  Search,
  TicketListFilter,
  TicketRow,
} from '../../application/ports/ticket-list.js';
import { ROW_PROJECTION, readerKey, toRow } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

type Filter = QueryFilter<TicketFields>;

@Injectable()
export class TicketListRepository extends TicketList {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(request: TicketListFilter): Promise<TicketRow[]> {
    const reader = readerKey(request.readerId);
    const found = await this.query(request).lean<TicketFields[]>();
    return found.map((fields) => toRow(fields, reader));
  }

  /** Apart, so that a test can ask for its plan. */
  query(request: TicketListFilter) {
    return this.model
      .find(filterOf(request), { ...ROW_PROJECTION, [`reads.${readerKey(request.readerId)}`]: 1 })
      .sort({ modifiedAt: -1, _id: -1 })
      .limit(request.limit);
  }
}

function filterOf({
  agencyId,
  module,
  managerId,
  closed,
  modifiedSince,
  search,
  after,
}: TicketListFilter): Filter {
  return {
    agencyId,
    'details.module': module,
    ...(managerId === undefined ? {} : { 'details.manager.id': managerId }),
    ...(closed === undefined ? {} : { closed }),
    ...modifiedBetween(modifiedSince, after),
    ...(search ? matching(search) : {}),
  };
}

/** The bound on the time alone lets the index start at the page; the `$or` settles equal times. */
function modifiedBetween(since: Date | undefined, after: RowPosition | undefined): Filter {
  if (!since && !after) return {};
  const modifiedAt = { ...(since ? { $gte: since } : {}), ...(after ? { $lte: after.modifiedAt } : {}) };
  if (!after) return { modifiedAt };
  return { modifiedAt, $or: [{ modifiedAt: { $lt: after.modifiedAt } }, { _id: { $lt: after.id } }] };
}

/** Every word begins one of the ticket's. Words hold letters and digits only (domain, `wordsOf`). */
function matching(search: Search): Filter {
  if ('number' in search) return { number: search.number };
  return { $and: search.words.map((word) => ({ words: new RegExp(`^${word}`) })) };
}
