import { decode } from '../bson/decode.js';
import { encode } from '../bson/encode.js';
import { MongoError } from '../errors.js';
import type { Doc } from '../values/kinds.js';
import { type Collection, collectionFromDoc, collectionToDoc, type Index, toIndex } from './catalog.js';
import { BUILDING, CATALOG, FIRST_FREE_ID, recordKey, recordOf, TRASH, wholeRange } from './keys.js';
import { orDamaged, refuseBadHead, refuseBrokenRecords, refuseShortFile } from './soundness.js';
import { Store } from './store.js';

const nothing = Buffer.of(0);
const EVERYTHING = { reverse: false, limit: Number.MAX_SAFE_INTEGER };
const SWEEP_CHUNK = 2_000;

/** The catalog in memory, and its record in the store. */
export class Database {
  readonly store: Store;
  private collections = new Map<string, Collection>();
  private nextId = FIRST_FREE_ID;
  private sweeping = false;
  private lastBuild: Promise<unknown> = Promise.resolve();

  constructor(dataDir: string) {
    refuseBadHead(dataDir);
    this.store = new Store(dataDir, () => this.load());
    refuseShortFile(dataDir, this.store);
    orDamaged(dataDir, () => {
      this.load();
      refuseBrokenRecords(dataDir, this.store, this.list());
    });
    this.forgetBegun();
    this.sweep();
  }

  find(db: string, name: string): Collection | undefined {
    return this.collections.get(`${db}.${name}`);
  }

  list(): readonly Collection[] {
    return [...this.collections.values()];
  }

  /** Inside a write job. */
  ensure(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name);
  }

  newId(): number {
    return this.nextId++;
  }

  /** Inside a write job: the catalog record follows every change of the collection's indexes. */
  save(collection: Collection): void {
    this.store.put(recordKey(CATALOG, collection.id), encode(collectionToDoc(collection)));
  }

  /** Inside a write job: the data is removed later, in pieces. */
  drop(collection: Collection): void {
    this.collections.delete(`${collection.db}.${collection.name}`);
    collection.isDropped = true;
    this.store.remove(recordKey(CATALOG, collection.id));
    for (const { id } of [collection, ...collection.indexes]) this.discard(id);
  }

  /** One after the other: of two that ask for the same index, the second finds it made. */
  buildIndexes<T>(steps: Iterator<unknown, T>): Promise<T> {
    const built = this.lastBuild.then(() => this.store.writeInSteps(steps));
    this.lastBuild = built.catch(() => undefined);
    return built;
  }

  /** Inside a write job. */
  beginIndex(collection: Collection, index: Index): void {
    index.isBuilding = true;
    this.store.put(recordKey(BUILDING, index.id), nothing);
    collection.indexes = [...collection.indexes, index];
  }

  /** Inside a write job. */
  finishIndex(collection: Collection, index: Index): void {
    index.isBuilding = false;
    this.store.remove(recordKey(BUILDING, index.id));
    this.save(collection);
  }

  /** Inside a write job. */
  dropIndex(collection: Collection, index: Index): void {
    index.isDropped = true;
    this.store.remove(recordKey(BUILDING, index.id));
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.save(collection);
    this.discard(index.id);
  }

  discard(id: number): void {
    this.store.put(recordKey(TRASH, id), nothing);
    this.sweep();
  }

  private create(db: string, name: string): Collection {
    refuseBadName(db, name);
    const id = this.newId();
    const key: Doc = { _id: 1 };
    const primary = { id: this.newId(), name: '_id_', key, unique: true, sparse: false };
    const collection = { id, db, name, indexes: [toIndex(primary)], nextRecord: 1, isDropped: false };
    this.collections.set(`${db}.${name}`, collection);
    this.save(collection);
    return collection;
  }

  private load(): void {
    for (const collection of this.collections.values()) collection.isDropped = true;
    const records = this.store.entries(wholeRange(CATALOG), EVERYTHING);
    const trash = this.store.keys(wholeRange(TRASH), EVERYTHING).map(recordOf);
    const collections = records.map(({ value }) => {
      const doc = decode(value);
      return collectionFromDoc(doc, this.lastRecord(doc['id'] as number) + 1);
    });
    const used = collections.flatMap(({ id, indexes }) => [id, ...indexes.map((index) => index.id)]);
    const begun = this.store.keys(wholeRange(BUILDING), EVERYTHING).map(recordOf);
    this.nextId = Math.max(FIRST_FREE_ID - 1, ...used, ...trash, ...begun) + 1;
    this.collections = new Map(
      collections.map((collection) => [`${collection.db}.${collection.name}`, collection]),
    );
  }

  /** Indexes that a crash kept from being finished. */
  private forgetBegun(): void {
    const begun = this.store.keys(wholeRange(BUILDING), EVERYTHING);
    if (begun.length === 0) return;
    const forget = (): void => {
      for (const key of begun) {
        this.store.remove(key);
        this.store.put(recordKey(TRASH, recordOf(key)), nothing);
      }
    };
    void this.store.write(forget).catch(() => undefined);
  }

  private lastRecord(id: number): number {
    const [last] = this.store.keys(wholeRange(id), { reverse: true, limit: 1 });
    return last ? recordOf(last) : 0;
  }

  /** Removes the entries of dropped collections and indexes, a few at a time. */
  private sweep(): void {
    if (this.sweeping) return;
    this.sweeping = true;
    const again = (more: boolean): void => {
      this.sweeping = false;
      if (more) this.sweep();
    };
    // What a closing or failing store leaves in the trash is swept at the next start.
    this.store.write(() => this.sweepSome()).then(again, () => again(false));
  }

  private sweepSome(): boolean {
    const [marker] = this.store.keys(wholeRange(TRASH), { reverse: false, limit: 1 });
    if (!marker) return false;
    const range = wholeRange(recordOf(marker));
    const keys = this.store.keys(range, { reverse: false, limit: SWEEP_CHUNK });
    for (const key of keys) this.store.remove(key);
    if (keys.length < SWEEP_CHUNK) this.store.remove(marker);
    return true;
  }
}

const refuseBadName = (db: string, name: string): void => {
  const isBad = name === '' || name.includes('$') || name.includes('\0') || name.startsWith('.');
  if (isBad || name.startsWith('system.')) {
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${db}.${name}'`);
  }
};
