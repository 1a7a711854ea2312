import { recordKey, recordOf, wholeRange } from '../storage/keys.js';
import type { Collection } from '../storage/catalog.js';
import type { Range, Store } from '../storage/store.js';
import type { IndexScan, Plan } from './planner.js';

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

function* scanIndex(
  store: Store,
  collection: Collection,
  scan: IndexScan,
  stats: ScanStats,
  seen: Set<number> | undefined,
): Generator<Candidate> {
  const ranges = scan.reverse ? [...scan.ranges].reverse() : scan.ranges;
  for (const range of ranges) {
    for (const key of keysIn(store, range, scan.reverse)) {
      stats.keysExamined += 1;
      const record = recordOf(key);
      if (seen?.has(record)) continue;
      seen?.add(record);
      const bytes = store.get(recordKey(collection.id, record));
      if (!bytes) continue;
      stats.docsExamined += 1;
      yield { record, bytes };
    }
  }
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
    stats.docsExamined += 1;
    yield { record: recordOf(key), bytes: value };
  }
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
