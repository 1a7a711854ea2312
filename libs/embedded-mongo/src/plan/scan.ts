import { recordKey, recordOf, wholeRange } from '../storage/keys.js';
import { MongoError } from '../errors.js';
import { type Collection, type Index, namespaceOf } from '../storage/catalog.js';
import type { Range, Store } from '../storage/store.js';
import type { IndexScan, Plan } from './planner.js';
import type { Strand } from './strands.js';

export interface ScanStats {
  keysExamined: number;
  docsExamined: number;
}

export interface Candidate {
  readonly record: number;
  readonly bytes: Buffer;
}

const FIRST_CHUNK = 4;
const MAX_CHUNK = 256;

/** Reads in growing pieces: nothing of lmdb is held open between two of them. */
function* inPieces<T>(read: (limit: number, last: T | undefined) => readonly T[]): Generator<T> {
  let limit = FIRST_CHUNK;
  let last: T | undefined;
  for (;;) {
    const piece = read(limit, last);
    yield* piece;
    if (piece.length < limit) return;
    last = piece.at(-1);
    limit = Math.min(limit * 4, MAX_CHUNK);
  }
}

function* keysIn(store: Store, range: Range, reverse: boolean): Generator<Buffer> {
  yield* inPieces<Buffer>((limit, after) => store.keys(range, { reverse, limit, after }));
}

function* keysOf(store: Store, { ranges }: Strand, reverse: boolean): Generator<Buffer> {
  const inOrder = reverse ? [...ranges].reverse() : ranges;
  for (const range of inOrder) yield* keysIn(store, range, reverse);
}

interface Head {
  readonly keys: Iterator<Buffer, void>;
  readonly prefixLength: number;
  key: Buffer;
}

const compareHeads = (a: Head, b: Head): number =>
  a.key.compare(b.key, b.prefixLength, b.key.length, a.prefixLength, a.key.length);

/** The keys of all strands in the order of what follows their prefixes. */
function* merged(store: Store, strands: readonly Strand[], reverse: boolean): Generator<Buffer> {
  const heads = strands.flatMap((strand): Head[] => {
    const keys = keysOf(store, strand, reverse);
    const first = keys.next();
    return first.done ? [] : [{ keys, prefixLength: strand.prefixLength, key: first.value }];
  });
  const sign = reverse ? -1 : 1;
  while (heads.length > 0) {
    const next = heads.reduce((best, head) => (compareHeads(head, best) * sign < 0 ? head : best));
    yield next.key;
    const following = next.keys.next();
    if (following.done) heads.splice(heads.indexOf(next), 1);
    else next.key = following.value;
  }
}

const keysFor = (store: Store, { strands, reverse }: IndexScan): Generator<Buffer> => {
  const [only] = strands;
  return only && strands.length === 1 ? keysOf(store, only, reverse) : merged(store, strands, reverse);
};

/** A walk goes on between two replies: what it walks may be gone by then, and its end would be a lie. */
export const refuseDropped = (collection: Collection, index?: Index): void => {
  if (collection.isDropped) {
    throw new MongoError('QueryPlanKilled', `collection dropped: ${namespaceOf(collection)}`);
  }
  if (index?.isDropped)
    throw new MongoError('QueryPlanKilled', `query plan killed :: index '${index.name}' dropped`);
};

function* scanIndex(
  store: Store,
  collection: Collection,
  scan: IndexScan,
  stats: ScanStats,
  seen: Set<number> | undefined,
): Generator<Candidate> {
  for (const key of keysFor(store, scan)) {
    refuseDropped(collection, scan.index);
    stats.keysExamined += 1;
    const record = recordOf(key);
    if (seen?.has(record)) continue;
    seen?.add(record);
    const bytes = store.get(recordKey(collection.id, record));
    if (!bytes) continue;
    stats.docsExamined += 1;
    yield { record, bytes };
  }
  refuseDropped(collection, scan.index);
}

function* scanCollection(
  store: Store,
  collection: Collection,
  reverse: boolean,
  stats: ScanStats,
): Generator<Candidate> {
  const range = wholeRange(collection.id);
  const entries = inPieces<{ key: Buffer; value: Buffer }>((limit, last) =>
    store.entries(range, { reverse, limit, after: last?.key }),
  );
  for (const { key, value } of entries) {
    refuseDropped(collection);
    stats.docsExamined += 1;
    yield { record: recordOf(key), bytes: value };
  }
  refuseDropped(collection);
}

/** The documents a plan leads to, each once; the filter is still to be applied. */
export function* scan(
  store: Store,
  collection: Collection,
  plan: Plan,
  stats: ScanStats,
): Generator<Candidate> {
  if (plan.kind === 'collscan') {
    yield* scanCollection(store, collection, plan.reverse, stats);
    return;
  }
  const scans = plan.kind === 'union' ? plan.scans : [plan];
  const canRepeat = scans.length > 1 || scans.some(({ index }) => index.multikey.size > 0);
  const seen = canRepeat ? new Set<number>() : undefined;
  for (const part of scans) {
    yield* scanIndex(store, collection, part, stats, seen);
  }
}
