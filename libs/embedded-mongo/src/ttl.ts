import type { Engine } from './commands/command.js';
import { planQuery } from './plan/planner.js';
import { parseFilter } from './query/parse.js';
import { atOnce, search } from './query/search.js';
import type { Collection, Index } from './storage/catalog.js';
import { removeRecord } from './storage/records.js';

const CHUNK = 500;

/** Inside a write job: removes some of the expired documents, and tells how many. */
const removeSome = ({ database, now }: Engine, collection: Collection, index: Index): number => {
  const expired = new Date(now() - (index.expireAfterSeconds as number) * 1000);
  const path = index.fields[0]?.path as string;
  const match = parseFilter({
    $and: [{ [path]: { $lte: expired } }, index.partialFilterExpression ?? {}],
  });
  const request = {
    collection,
    match,
    plan: planQuery(database.store, collection, { match, sort: [], hint: index.name }),
    sort: [],
    skip: 0,
    limit: CHUNK,
    stats: { keysExamined: 0, docsExamined: 0 },
  };
  const hits = [...atOnce(search(database.store, request))];
  for (const hit of hits) removeRecord(database, collection, hit);
  return hits.length;
};

/** The work of MongoDB's TTL monitor, in pieces, so that other writes get their turn. */
export const removeExpired = async (engine: Engine): Promise<void> => {
  for (const collection of engine.database.list()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === undefined) continue;
      let removed: number;
      do {
        removed = await engine.database.store.write(() => removeSome(engine, collection, index));
      } while (removed === CHUNK);
    }
  }
};
