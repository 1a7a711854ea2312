import { decode } from '../bson/decode.js';
import { MongoError, notImplemented } from '../errors.js';
import { parseFilter } from '../query/parse.js';
import { type Collection, type Index, type IndexSpec, namespaceOf, toIndex } from '../storage/catalog.js';
import { refuseDropped } from '../plan/scan.js';
import { recordKey, recordOf, wholeRange } from '../storage/keys.js';
import { indexRecord } from '../storage/records.js';
import { arrayIndexOf, nameOf } from '../values/names.js';
import { splitPath } from '../values/path.js';
import { type Doc, isDoc, isNumeric, own } from '../values/kinds.js';
import { equalValues } from '../values/order.js';
import {
  checkStatement,
  collectionArg,
  docArg,
  flagArg,
  optionalDoc,
  requiredList,
  stringArg,
} from './args.js';
import { fullBatch } from './admin.js';
import type { Call, Command, Engine, Reply, Steps } from './command.js';

type NewIndex = Omit<IndexSpec, 'id'>;

/** `background` and `v` have had no meaning for years, and are still sent. */
const specFields = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
  'ns',
];

const refuseKey = (key: Doc): void => {
  for (const [path, direction] of Object.entries(key)) {
    if (typeof direction === 'string') throw notImplemented(`An index of type '${direction}'`);
    if (path.includes('$')) throw notImplemented('A wildcard index');
    if (splitPath(path).some((part) => arrayIndexOf(part) !== undefined)) {
      throw notImplemented(`An index on the array position '${nameOf(path)}'`);
    }
    if (!isNumeric(direction) || Math.abs(Number(direction)) !== 1) {
      throw new MongoError('CannotCreateIndex', `Values in the index key pattern must be 1 or -1: ${path}`);
    }
  }
  if (Object.keys(key).length === 0) throw new MongoError('CannotCreateIndex', 'Index keys cannot be empty.');
};

const timeToLive = (spec: Doc): number | undefined => {
  const seconds = own(spec, 'expireAfterSeconds');
  if (seconds === undefined) return undefined;
  if (!isNumeric(seconds) || Number(seconds) < 0) {
    throw new MongoError('CannotCreateIndex', 'TTL index expireAfterSeconds must be a non-negative number');
  }
  const fields = Object.keys(docArg(spec, 'key'));
  if (fields.length !== 1 || fields[0] === '_id') {
    throw new MongoError('CannotCreateIndex', 'TTL indexes are single-field indexes, and not on _id');
  }
  return Number(seconds);
};

const parseSpec = (spec: Doc): NewIndex => {
  checkStatement('an index specification', specFields, spec);
  const key = docArg(spec, 'key');
  refuseKey(key);
  const partialFilterExpression = optionalDoc(spec, 'partialFilterExpression');
  const sparse = flagArg(spec, 'sparse');
  if (partialFilterExpression) parseFilter(partialFilterExpression);
  if (partialFilterExpression && sparse) {
    throw new MongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  const expireAfterSeconds = timeToLive(spec);
  return {
    name: stringArg(spec, 'name'),
    key,
    unique: flagArg(spec, 'unique'),
    sparse,
    partialFilterExpression,
    expireAfterSeconds,
  };
};

/** What makes two indexes different ones, even on the same key. */
const signature = ({ key, unique, sparse, partialFilterExpression }: NewIndex): unknown => [
  Object.entries(key).map(([path, direction]) => ({ path, direction })),
  unique,
  sparse,
  partialFilterExpression ?? null,
];

const sameSignature = (a: NewIndex, b: NewIndex): boolean => equalValues(signature(a), signature(b));

/** False when the very index exists already; an error when another one is in its place. */
const isNew = (collection: Collection, wanted: NewIndex): boolean => {
  const isPrimary = equalValues(wanted.key, { _id: 1 });
  if (isPrimary) return false;
  const named = collection.indexes.find(({ name }) => name === wanted.name);
  if (named && !sameSignature(named, wanted)) {
    throw new MongoError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${wanted.name}, existing index: ${named.name}`,
    );
  }
  const same = named ?? collection.indexes.find((index) => sameSignature(index, wanted));
  if (!same) return true;
  if (same.name !== wanted.name) {
    throw new MongoError('IndexOptionsConflict', `Index already exists with a different name: ${same.name}`);
  }
  if (same.expireAfterSeconds !== wanted.expireAfterSeconds) {
    throw new MongoError(
      'IndexOptionsConflict',
      `An equivalent index already exists with the same name but different options. Requested index: ${wanted.name}`,
    );
  }
  return false;
};

const PIECE = 500;

function* storedRecords({ database }: Engine, collection: Collection): Generator<number> {
  const range = wholeRange(collection.id);
  let after: Buffer | undefined;
  for (;;) {
    const keys = database.store.keys(range, { reverse: false, limit: PIECE, after });
    for (const key of keys) yield recordOf(key);
    if (keys.length < PIECE) return;
    after = keys.at(-1);
  }
}

/**
 * In steps: from its beginning on, every write keeps the new index up to date, and meanwhile what was there before
 * is added. A document that another write removed or changed in between is read as it is now.
 */
function* build(engine: Engine, collection: Collection, wanted: NewIndex): Steps<void> {
  const { database } = engine;
  const index: Index = toIndex({ ...wanted, id: database.newId() });
  database.beginIndex(collection, index);
  try {
    for (const record of storedRecords(engine, collection)) {
      yield;
      refuseDropped(collection, index);
      const bytes = database.store.get(recordKey(collection.id, record));
      if (bytes) indexRecord(database, collection, index, { record, doc: decode(bytes) });
    }
  } catch (error) {
    if (!index.isDropped && !collection.isDropped) database.dropIndex(collection, index);
    throw error;
  }
  database.finishIndex(collection, index);
}

function* createAll({ engine, db }: Call, name: string, wanted: readonly NewIndex[]): Steps<Reply> {
  const { database } = engine;
  const createdCollectionAutomatically = !database.find(db, name);
  const collection = database.ensure(db, name);
  const numIndexesBefore = collection.indexes.length;
  for (const spec of wanted) if (isNew(collection, spec)) yield* build(engine, collection, spec);
  const numIndexesAfter = collection.indexes.length;
  const note = numIndexesAfter === numIndexesBefore ? { note: 'all indexes already exist' } : {};
  return { numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, ...note, ok: 1 };
}

const createIndexes = (call: Call): Promise<Reply> => {
  const name = collectionArg(call.body, 'createIndexes');
  const wanted = requiredList(call.body, 'indexes').map(parseSpec);
  return call.engine.database.buildIndexes(createAll(call, name, wanted));
};

const existing = (engine: Engine, db: string, name: string): Collection => {
  const collection = engine.database.find(db, name);
  if (collection) return collection;
  throw new MongoError('NamespaceNotFound', `ns does not exist: ${db}.${name}`);
};

const listed = ({ key, name, unique, sparse, partialFilterExpression, expireAfterSeconds }: Index): Doc => ({
  v: 2,
  key,
  name,
  ...(unique && name !== '_id_' ? { unique } : {}),
  ...(sparse ? { sparse } : {}),
  ...(partialFilterExpression ? { partialFilterExpression } : {}),
  ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
});

const listIndexes = ({ engine, db, body }: Call): Reply => {
  const collection = existing(engine, db, collectionArg(body, 'listIndexes'));
  const indexes = collection.indexes.filter(({ isBuilding }) => !isBuilding);
  return fullBatch(namespaceOf(collection), indexes.map(listed));
};

const chosen = (collection: Collection, selector: unknown): readonly Index[] => {
  const secondary = collection.indexes.filter(({ name }) => name !== '_id_');
  if (selector === '*') return secondary;
  const selectors = Array.isArray(selector) ? (selector as unknown[]) : [selector];
  return selectors.map((one) => {
    const found = collection.indexes.find(
      ({ name, key }) => name === one || (isDoc(one) && equalValues(key, one)),
    );
    if (!found) {
      const what = isDoc(one) ? 'the given key' : `name [${String(one)}]`;
      throw new MongoError('IndexNotFound', `index not found with ${what}`);
    }
    if (found.name === '_id_') throw new MongoError('InvalidOptions', 'cannot drop _id index');
    return found;
  });
};

const dropIndexes = ({ engine, db, body }: Call): Promise<Reply> =>
  engine.database.store.write(() => {
    const collection = existing(engine, db, collectionArg(body, 'dropIndexes'));
    const nIndexesWas = collection.indexes.length;
    for (const index of chosen(collection, own(body, 'index'))) engine.database.dropIndex(collection, index);
    return { nIndexesWas, ok: 1 };
  });

export const indexCommands: readonly Command[] = [
  { name: 'createIndexes', accepts: ['indexes', 'commitQuorum'], run: createIndexes },
  { name: 'listIndexes', accepts: ['cursor'], run: listIndexes },
  { name: 'dropIndexes', accepts: ['index'], run: dropIndexes },
];
