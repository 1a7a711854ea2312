import { createHash, createHmac } from 'node:crypto';
import type { HistoryEntry, HistoryRecord } from '../../domain/history/record.js';

const NO_ENTRY = '';
/** Of a hash that only who has the key can make. */
const KEYED = 'k1:';

/** Empty: hashes tell a slip, and not somebody who writes into the database. */
export class HistoryKey {
  constructor(readonly secret: string) {}
}

/** The hash of an entry covers all it says and the hash before it: changing one breaks all that follow. */
export function hashOf(
  entry: HistoryRecord & { readonly id: string; readonly hash?: string },
  previousHash: string,
  key = '',
): string {
  const text = `${previousHash}\n${canonicalJson(entry)}`;
  return key === ''
    ? createHash('sha256').update(text).digest('hex')
    : KEYED + createHmac('sha256', key).update(text).digest('hex');
}

/** Of an entry that somebody was struck out of: only who has the key can strike. */
export function sealOf({ erasure: _erasure, ...left }: HistoryEntry, previousHash: string, key = ''): string {
  return hashOf(left, `erased\n${previousHash}`, key);
}

export function chainHistory(
  history: readonly HistoryEntry[],
  records: readonly (HistoryRecord & { readonly id: string })[],
  key = '',
): HistoryEntry[] {
  let previous = history.at(-1)?.hash ?? NO_ENTRY;
  return records.map((record) => {
    previous = hashOf(record, previous, key);
    return { ...record, hash: previous };
  });
}

/**
 * @returns the place of the first entry that does not follow from the one before; undefined when all do. Once an entry is
 * keyed, all that follow are: nobody goes on a chain without the key.
 */
export function firstBroken(entries: readonly HistoryEntry[], key: string): number | undefined {
  let previous = NO_ENTRY;
  for (const [place, entry] of entries.entries()) {
    const isKeyed = entry.hash.startsWith(KEYED);
    if (!isKeyed && previous.startsWith(KEYED)) return place;
    if (!holds(entry, previous, key)) return place;
    previous = entry.hash;
  }
  return undefined;
}

function holds(entry: HistoryEntry, previous: string, key: string): boolean {
  const { hash, erasure, ...told } = entry;
  if (erasure !== undefined) return erasure === sealOf(entry, previous, key);
  return hash === hashOf(told, previous, hash.startsWith(KEYED) ? key : '');
}

/** Keys in order, nothing for what is undefined: the same entry gives the same text after a trip to the database. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
