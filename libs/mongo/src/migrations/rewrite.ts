import type { mongo } from 'mongoose';

const BATCH = 500;

type Change<D extends mongo.Document> = mongo.AnyBulkWriteOperation<D>;

/**
 * Walks once through what a filter finds, in the order of the ids, and writes what `change` makes of each document; nothing
 * where it makes nothing. A change names what it saw in its filter: a command in between wins.
 * @param write false: only counts
 * @returns how many documents it changed
 */
export async function rewrite<D extends mongo.Document>(
  collection: mongo.Collection<D>,
  filter: mongo.Filter<D>,
  change: (document: mongo.WithId<D>) => Change<D>[],
  write: boolean,
): Promise<number> {
  let changed = 0;
  let changes: Change<D>[] = [];
  const flush = async (): Promise<void> => {
    if (changes.length === 0) return;
    changed += write
      ? (await collection.bulkWrite(changes, { ordered: false })).modifiedCount
      : changes.length;
    changes = [];
  };
  for await (const document of collection.find(filter).sort({ _id: 1 }).batchSize(BATCH)) {
    changes.push(...change(document));
    if (changes.length >= BATCH) await flush();
  }
  await flush();
  return changed;
}
