import { badValue } from '../errors.js';
import { planQuery } from '../plan/planner.js';
import type { Match } from './match.js';
import { parseFilter } from './parse.js';
import { parseProjection, type Projection } from './projection.js';
import { type Hit, inTurns, type Search, search } from './search.js';
import { parseSort, type Sort } from './sort.js';
import type { Collection } from '../storage/catalog.js';
import type { Database } from '../storage/database.js';
import type { Store } from '../storage/store.js';
import { type Doc, isDoc, isNumeric, own } from '../values/kinds.js';

/** Everything that can be said about a query before it meets a collection. */
export interface QueryRequest {
  readonly match: Match;
  readonly sort: Sort;
  readonly natural: 1 | -1 | undefined;
  readonly hint: unknown;
  readonly skip: number;
  readonly limit: number;
  readonly projection: Projection | undefined;
}

interface QueryParts {
  readonly filter: Doc;
  readonly sort?: Doc;
  readonly hint?: unknown;
  readonly skip?: number;
  readonly limit?: number;
  readonly projection?: Doc;
}

const naturalOrder = (value: unknown): 1 | -1 | undefined => {
  const order = isDoc(value) ? own(value, '$natural') : undefined;
  if (order === undefined) return undefined;
  const number = isNumeric(order) ? Number(order) : NaN;
  if (number === 1 || number === -1) return number;
  throw badValue('$natural must be 1 or -1');
};

const emptyHint = (hint: unknown): boolean => hint === '' || (isDoc(hint) && Object.keys(hint).length === 0);

export const parseQuery = ({ filter, sort, hint, skip, limit, projection }: QueryParts): QueryRequest => {
  const naturalSort = naturalOrder(sort);
  return {
    match: parseFilter(filter),
    sort: naturalSort === undefined ? parseSort(sort ?? {}) : [],
    natural: naturalSort ?? naturalOrder(hint),
    hint: emptyHint(hint) ? undefined : hint,
    skip: skip ?? 0,
    // A limit of 0 is no limit.
    limit: limit || Infinity,
    projection: parseProjection(projection ?? {}),
  };
};

export const searchFor = (store: Store, collection: Collection, request: QueryRequest): Search => ({
  collection,
  match: request.match,
  plan: planQuery(store, collection, request),
  sort: request.sort,
  skip: request.skip,
  limit: request.limit,
  stats: { keysExamined: 0, docsExamined: 0 },
});

/** The hits of a query on a collection that may not exist. */
export async function* hitsOf(
  database: Database,
  db: string,
  name: string,
  request: QueryRequest,
): AsyncGenerator<Hit> {
  const collection = database.find(db, name);
  if (collection) yield* inTurns(search(database.store, searchFor(database.store, collection, request)));
}
