import { createHash } from 'node:crypto';
import type { HistoryEntry, HistoryRecord } from '../../domain/history/record.js';

const NO_ENTRY = '';

/** The hash of an entry covers all it says and the hash before it: changing one breaks all that follow. */
export function hashOf(entry: HistoryRecord & { id: string }, previousHash: string): string {
  return createHash('sha256').update(previousHash).update('\n').update(canonicalJson(entry)).digest('hex');
}

export function chainHistory(
  history: readonly HistoryEntry[],
  records: readonly (HistoryRecord & { readonly id: string })[],
): HistoryEntry[] {
  let previous = history.at(-1)?.hash ?? NO_ENTRY;
  return records.map((record) => {
    previous = hashOf(record, previous);
    return { ...record, hash: previous };
  });
}

/** Keys in order, nothing for what is undefined: the same entry gives the same text after a trip to the database. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
