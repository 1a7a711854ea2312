import { refuseDropped } from '../plan/scan.js';
import { matches } from '../query/match.js';
import { type QueryRequest, searchFor } from '../query/request.js';
import { Hit, PAUSE, type Pausing, search } from '../query/search.js';
import type { Collection } from '../storage/catalog.js';
import { recordKey } from '../storage/keys.js';
import type { Engine, Steps } from './command.js';

const stillThere = (
  { database }: Engine,
  collection: Collection,
  { match }: QueryRequest,
  record: number,
) => {
  refuseDropped(collection);
  const bytes = database.store.get(recordKey(collection.id, record));
  const hit = bytes && new Hit(record, bytes);
  return hit && matches(match, hit.doc) ? hit : undefined;
};

/** The first hit, as it is now; one that somebody changed while we looked is looked for again. */
export function* firstHit(
  engine: Engine,
  collection: Collection,
  request: QueryRequest,
): Steps<Hit | undefined> {
  const { store } = engine.database;
  for (;;) {
    const found = yield* firstFound(search(store, searchFor(store, collection, { ...request, limit: 1 })));
    const hit = found && stillThere(engine, collection, request, found.record);
    if (!found || hit) return hit;
  }
}

function* firstFound(hits: Pausing<Hit>): Steps<Hit | undefined> {
  for (const hit of hits) {
    if (hit !== PAUSE) return hit;
    yield;
  }
  return undefined;
}

/** Every record that was found before the first change, so that no change meets its own result; each as it is now. */
function* eachHit(engine: Engine, collection: Collection, request: QueryRequest): Generator<Hit | undefined> {
  const { store } = engine.database;
  const records: number[] = [];
  for (const hit of search(store, searchFor(store, collection, request))) {
    if (hit === PAUSE) yield undefined;
    else records.push(hit.record);
  }
  for (const record of records) {
    yield undefined;
    const hit = stillThere(engine, collection, request, record);
    if (hit) yield hit;
  }
}

/** What an update or a delete changes, one after the other; undefined: the others may have their turn. */
export function* hitsFor(
  engine: Engine,
  collection: Collection,
  request: QueryRequest,
): Generator<Hit | undefined> {
  if (request.limit === 1) yield yield* firstHit(engine, collection, request);
  else yield* eachHit(engine, collection, request);
}
