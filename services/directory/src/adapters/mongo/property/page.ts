import type { Page } from '../../../application/ports/property/leases.js';

/** The sort key of the last one seen, so that a page goes on where the one before ended whatever came in between. */
export const decodeCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

export const encodeCursor = (sortKey: string): string => Buffer.from(sortKey, 'utf8').toString('base64url');

/** Of one more document than the page holds. */
export function pageOf<D, T>(
  documents: readonly D[],
  limit: number,
  keyOf: (document: D) => string,
  toItem: (document: D) => T,
): Page<T> {
  const shown = documents.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next: documents.length > limit && last ? encodeCursor(keyOf(last)) : '',
  };
}
