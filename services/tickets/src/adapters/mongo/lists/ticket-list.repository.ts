import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, mongo } from 'mongoose';
import { TicketList } from '../../../application/ports/ticket-list.js';
import type { OpenTickets, TicketListFilter, TicketRow } from '../../../application/ports/ticket-list.js';
import { URGENT_KEY } from '../../../domain/search/list-keys.js';
import type { KeyCondition } from '../../../domain/search/list-keys.js';
import { afterPosition } from './after-position.js';
import { LIST_ORDERS, sortOf } from './list-orders.js';
import { readerKey } from '../ticket/ticket.mapper.js';
import { ROW_PROJECTION, toRow } from './ticket-row.mapper.js';
import { TICKET } from '../ticket/ticket.schema.js';
import type { TicketFields } from '../ticket/ticket.schema.js';

type Collection = mongo.Collection<TicketFields>;
type Filter = mongo.Filter<TicketFields>;

const BATCH = 201;
/** Of the open tickets, the last modified first, when the unread are looked for. */
const MOST_LOOKED_AT = 5_000;

@Injectable()
export class TicketListRepository extends TicketList {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(request: TicketListFilter): Promise<TicketRow[]> {
    const reader = readerKey(request.readerId);
    const found = request.unread ? await this.unread(request) : await this.query(request).toArray();
    const rows = found.map((fields) => toRow(fields, reader));
    return request.ids ? rows.sort(newestFirst).slice(0, request.limit) : rows;
  }

  async count(request: TicketListFilter): Promise<number> {
    if (request.unread) return (await this.unread(request)).length;
    const ids = this.collection.find(filterOf(request), { projection: { _id: 1 } });
    return (await ids.limit(request.limit).toArray()).length;
  }

  async heard({
    agencyId,
    module,
    staffIds,
    ids,
  }: OpenTickets): Promise<ReadonlyMap<string, Date | undefined>> {
    const among = {
      agencyId,
      'details.module': module,
      closed: false,
      ...(staffIds ? { staffIds: { $in: staffIds } } : {}),
    };
    const found = await this.model
      .find({ ...among, _id: { $in: ids } }, { 'row.heardAt': 1 })
      .hint('_id_')
      .lean<TicketFields[]>();
    return new Map(found.map(({ _id, row }) => [_id, row.heardAt]));
  }

  /** Apart, so that a test can ask for its plan. */
  query(request: TicketListFilter) {
    const found = this.rows(request);
    // A selection is read by its ids, and is small enough to be sorted here.
    return request.ids
      ? found.hint('_id_')
      : found.sort(sortOf(LIST_ORDERS[request.order])).limit(request.limit);
  }

  private rows(request: TicketListFilter) {
    const projection = { ...ROW_PROJECTION, [`reads.${readerKey(request.readerId)}`]: 1 };
    return this.collection.find(filterOf(request), { projection });
  }

  /**
   * By the driver itself: the filter is made of values of their types, and mongoose would cast each of them again for
   * every page of the busiest read.
   */
  private get collection(): Collection {
    return this.model.collection as unknown as Collection;
  }

  /** What has been read is no key, it changes for each reader without a save: the unread are looked for among the open. */
  private async unread(request: TicketListFilter): Promise<TicketFields[]> {
    const reader = readerKey(request.readerId);
    const walk = this.rows(request)
      .sort(sortOf(LIST_ORDERS[request.order]))
      .limit(MOST_LOOKED_AT)
      .batchSize(BATCH);
    const found: TicketFields[] = [];
    for await (const fields of walk) {
      if ((fields.reads?.[reader] ?? 0) >= fields.news) continue;
      found.push(fields);
      if (found.length === request.limit) break;
    }
    return found;
  }
}

function newestFirst(a: TicketRow, b: TicketRow): number {
  return b.modifiedAt.getTime() - a.modifiedAt.getTime() || (a.id < b.id ? 1 : -1);
}

/** Each field that an index has before the date is given, with all its values if need be: then the order comes from it. */
function filterOf(request: TicketListFilter): Filter {
  const { agencyId, module, managerIds, staffIds, closed, ids, notIds, colour, urgent } = request;
  return {
    agencyId,
    'details.module': module,
    ...(managerIds ? { 'details.manager.id': { $in: managerIds } } : {}),
    ...(staffIds ? { staffIds: { $in: staffIds } } : {}),
    closed: closed ?? { $in: [false, true] },
    ...(ids ? { _id: { $in: ids } } : {}),
    ...(!ids && notIds && notIds.length > 0 ? { _id: { $nin: notIds } } : {}),
    ...(colour ? { 'row.colour': colour } : {}),
    ...between('details.openedAt', request.openedFrom, request.openedBefore),
    $and: [
      ...positions(request),
      ...(urgent === false ? [{ 'search.keys': { $ne: URGENT_KEY } }] : []),
      ...request.conditions.flatMap(matching),
    ],
  };
}

function positions({ order, after, modifiedSince, modifiedBefore }: TicketListFilter): Filter[] {
  const modified = {
    ...(modifiedSince ? { $gte: modifiedSince } : {}),
    ...(modifiedBefore ? { $lt: modifiedBefore } : {}),
  };
  const { path, direction } = LIST_ORDERS[order];
  if (path === 'modifiedAt') return [afterPosition(path, after, modified, direction)];
  return [
    afterPosition('modifiedAt', undefined, modified),
    afterPosition(path, after, path === 'row.next.at' ? SOMETHING : {}, direction),
  ];
}

/** What has nothing to come has no place among what comes. */
const SOMETHING = { $gt: new Date(0) };

function between(path: string, from: Date | undefined, before: Date | undefined): Filter {
  if (!from && !before) return {};
  return { [path]: { ...(from ? { $gte: from } : {}), ...(before ? { $lt: before } : {}) } };
}

/** Words hold letters and digits only (domain, `wordsOf`), so that they are safe in a pattern. */
function matching({ anyOf, begins }: KeyCondition): Filter[] {
  const keys: Filter = { 'search.keys': anyOf.length === 1 ? anyOf[0] : { $in: anyOf } };
  if (!begins) return [keys];
  const pattern = new RegExp(`^${begins.word}`);
  const words = begins.fields.map((field) => ({ [`search.words.${field}`]: pattern }));
  return [keys, { $or: words }];
}
