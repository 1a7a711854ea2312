import { parseFilter } from '../query/parse.js';
import { matches } from '../query/match.js';
import { notImplemented } from '../errors.js';
import { wholeRange } from '../storage/keys.js';
import { encode, type RawBatch } from '../bson/encode.js';
import type { Collection } from '../storage/catalog.js';
import type { Doc } from '../values/kinds.js';
import { collectionArg, docArg, flagArg } from './args.js';
import type { Call, Command, Engine, Reply } from './command.js';

/** A cursor that holds all there is. */
export const fullBatch = (ns: string, documents: readonly Doc[]): RawBatch => ({
  field: 'firstBatch',
  documents: documents.map(encode),
  cursorId: 0n,
  ns,
});

const create = async ({ engine, db, body }: Call): Promise<Reply> => {
  const name = collectionArg(body, 'create');
  if (flagArg(body, 'capped')) throw notImplemented('A capped collection');
  await engine.database.store.write(() => engine.database.ensure(db, name));
  return { ok: 1 };
};

const drop = async ({ engine, db, body }: Call): Promise<Reply> => {
  const name = collectionArg(body, 'drop');
  return engine.database.store.write(() => {
    const collection = engine.database.find(db, name);
    if (!collection) return { ok: 1 };
    engine.database.drop(collection);
    return { nIndexesWas: collection.indexes.length, ns: `${db}.${name}`, ok: 1 };
  });
};

const inDatabase = (engine: Engine, db: string): readonly Collection[] =>
  engine.database.list().filter((collection) => collection.db === db);

const dropDatabase = ({ engine, db }: Call): Promise<Reply> =>
  engine.database.store.write(() => {
    for (const collection of inDatabase(engine, db)) engine.database.drop(collection);
    return { dropped: db, ok: 1 };
  });

const listCollections = ({ engine, db, body }: Call): Reply => {
  const match = parseFilter(docArg(body, 'filter'));
  const described = inDatabase(engine, db).map(({ name }) => ({
    name,
    type: 'collection',
    ...(flagArg(body, 'nameOnly')
      ? {}
      : { options: {}, info: { readOnly: false }, idIndex: { v: 2, key: { _id: 1 }, name: '_id_' } }),
  }));
  return fullBatch(
    `${db}.$cmd.listCollections`,
    described.filter((doc) => matches(match, doc)),
  );
};

const dataSize = (engine: Engine, collection: Collection): { count: number; size: number } => {
  const walk = { reverse: false, limit: Number.MAX_SAFE_INTEGER };
  const entries = engine.database.store.entries(wholeRange(collection.id), walk);
  return { count: entries.length, size: entries.reduce((sum, { value }) => sum + value.length, 0) };
};

const listDatabases = ({ engine, body }: Call): Reply => {
  const match = parseFilter(docArg(body, 'filter'));
  const names = [...new Set(engine.database.list().map(({ db }) => db))].sort();
  const databases = names
    .map((name) => ({ name, sizeOnDisk: 0, empty: false }))
    .filter((doc) => matches(match, doc));
  return { databases, totalSize: 0, ok: 1 };
};

const collStats = ({ engine, db, body }: Call): Reply => {
  const name = collectionArg(body, 'collStats');
  const collection = engine.database.find(db, name);
  const { count, size } = collection ? dataSize(engine, collection) : { count: 0, size: 0 };
  return {
    ns: `${db}.${name}`,
    count,
    size,
    storageSize: size,
    nindexes: collection?.indexes.length ?? 0,
    ok: 1,
  };
};

const dbStats = ({ engine, db }: Call): Reply => {
  const collections = inDatabase(engine, db);
  const sizes = collections.map((collection) => dataSize(engine, collection));
  return {
    db,
    collections: collections.length,
    objects: sizes.reduce((sum, { count }) => sum + count, 0),
    dataSize: sizes.reduce((sum, { size }) => sum + size, 0),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
    ok: 1,
  };
};

export const adminCommands: readonly Command[] = [
  { name: 'create', accepts: ['capped'], run: create },
  { name: 'drop', accepts: [], run: drop },
  { name: 'dropDatabase', accepts: [], run: dropDatabase },
  {
    name: 'listCollections',
    accepts: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
    run: listCollections,
  },
  { name: 'listDatabases', accepts: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
  { name: 'collStats', accepts: ['scale'], run: collStats },
  { name: 'dbStats', accepts: ['scale'], run: dbStats },
];
