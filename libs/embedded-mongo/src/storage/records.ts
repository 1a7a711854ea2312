import { decode } from '../bson/decode.js';
import { encodeStored } from '../bson/encode.js';
import { MongoError } from '../errors.js';
import { formatValue } from '../values/format.js';
import { type Doc, newDoc } from '../values/kinds.js';
import { crossesArray } from '../values/path.js';
import { type Collection, type Index, namespaceOf } from './catalog.js';
import type { Database } from './database.js';
import { type IndexKey, indexKeys } from './index-keys.js';
import { prefixEnd, recordKey, recordOf, withRecord } from './keys.js';
import type { Store } from './store.js';

export interface StoredDoc {
  readonly record: number;
  readonly doc: Doc;
}

interface IndexEntry {
  readonly index: Index;
  readonly key: IndexKey;
}

const nothing = Buffer.of(0);

const entriesOf = (indexes: readonly Index[], doc: Doc): readonly IndexEntry[] =>
  indexes.flatMap((index) => indexKeys(index, doc).map((key) => ({ index, key })));

const duplicateKey = (collection: Collection, { index, key }: IndexEntry): MongoError => {
  const keyValue = newDoc();
  index.fields.forEach(({ path }, position) => {
    const value = key.values[position];
    keyValue[path] = value === undefined || typeof value === 'symbol' ? null : value;
  });
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${index.name} dup key: ${formatValue(keyValue)}`,
    { keyPattern: index.key, keyValue },
  );
};

const isTaken = (store: Store, { key }: IndexEntry, record: number): boolean => {
  const range = { start: key.bytes, end: prefixEnd(key.bytes) };
  return store.keys(range, { reverse: false, limit: 2 }).some((found) => recordOf(found) !== record);
};

const refuseDuplicates = (
  store: Store,
  collection: Collection,
  added: readonly IndexEntry[],
  record: number,
): void => {
  const duplicate = added.find((entry) => entry.index.unique && isTaken(store, entry, record));
  if (duplicate) throw duplicateKey(collection, duplicate);
};

/** Whether the index had to learn that a field holds arrays, or that keys were shortened. */
const learn = (index: Index, doc: Doc, isShortened: boolean): boolean => {
  let isNews = false;
  for (const { path, parts } of index.fields) {
    if (index.multikey.has(path) || !crossesArray(doc, parts)) continue;
    index.multikey.add(path);
    isNews = true;
  }
  if (!index.hasShortened && isShortened) {
    index.hasShortened = true;
    isNews = true;
  }
  return isNews;
};

const noteShape = (
  database: Database,
  collection: Collection,
  doc: Doc,
  added: readonly IndexEntry[],
): void => {
  const shortened = new Set(added.filter(({ key }) => key.isShortened).map(({ index }) => index));
  const news = collection.indexes.filter((index) => learn(index, doc, shortened.has(index)));
  if (news.length > 0) database.save(collection);
};

/**
 * The documents of a collection together with their index entries. Each function runs inside a
 * write job, and checks everything that can fail before it writes anything.
 */
export const insertRecord = (
  database: Database,
  collection: Collection,
  doc: Doc,
  bytes: Buffer = encodeStored(doc),
): void => {
  const { store } = database;
  const added = entriesOf(collection.indexes, doc);
  refuseDuplicates(store, collection, added, 0);
  const record = collection.nextRecord++;
  store.put(recordKey(collection.id, record), bytes);
  for (const { key } of added) store.put(withRecord(key.bytes, record), nothing);
  noteShape(database, collection, doc, added);
};

export const removeRecord = (
  database: Database,
  collection: Collection,
  { record, doc }: StoredDoc,
): void => {
  const { store } = database;
  for (const { key } of entriesOf(collection.indexes, doc)) {
    store.remove(withRecord(key.bytes, record));
  }
  store.remove(recordKey(collection.id, record));
};

const identity = ({ key }: IndexEntry): string => key.bytes.toString('latin1');

export interface RecordChange {
  readonly change: (doc: Doc) => Doc;
  /** The top-level fields it may touch; undefined: all. */
  readonly touches: ReadonlySet<string> | undefined;
}

const isTouched = ({ roots }: Index, touches: RecordChange['touches']): boolean =>
  !touches || [...touches].some((field) => roots.has(field));

/** Replaces by what `change` makes of the document; answers the new one and whether it differs. */
export const changeRecord = (
  database: Database,
  collection: Collection,
  record: number,
  { change, touches }: RecordChange,
): { readonly doc: Doc; readonly isChanged: boolean } => {
  const { store } = database;
  const key = recordKey(collection.id, record);
  const before = store.get(key) as Buffer;
  const original = decode(before);
  const indexes = collection.indexes.filter((index) => isTouched(index, touches));
  const old = new Map(entriesOf(indexes, original).map((entry) => [identity(entry), entry]));
  const doc = change(original);
  const bytes = encodeStored(doc);
  if (bytes.equals(before)) return { doc, isChanged: false };
  const entries = entriesOf(indexes, doc);
  const added = entries.filter((entry) => !old.has(identity(entry)));
  refuseDuplicates(store, collection, added, record);
  for (const entry of entries) old.delete(identity(entry));
  for (const entry of old.values()) store.remove(withRecord(entry.key.bytes, record));
  for (const entry of added) store.put(withRecord(entry.key.bytes, record), nothing);
  store.put(key, bytes);
  noteShape(database, collection, doc, added);
  return { doc, isChanged: true };
};

/** Adds the entries of a new index for one document that is already there. */
export const indexRecord = (
  database: Database,
  collection: Collection,
  index: Index,
  { record, doc }: StoredDoc,
): void => {
  const added = entriesOf([index], doc);
  refuseDuplicates(database.store, collection, added, record);
  for (const { key } of added) database.store.put(withRecord(key.bytes, record), nothing);
  learn(
    index,
    doc,
    added.some(({ key }) => key.isShortened),
  );
};
