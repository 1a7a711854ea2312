import type { Listed } from '../../application/ports/stores.js';

const BETWEEN = ' ';

/**
 * What comes after a page that is sorted by a time and the id, both falling: things of one millisecond are told apart.
 * A cursor of a release before bears the time alone.
 */
export function olderThan(
  field: string,
  cursor: string | undefined,
  { from, before }: { from?: Date; before?: Date } = {},
): object {
  const range = { ...(from ? { $gte: from } : {}), ...(before ? { $lt: before } : {}) };
  if (!cursor) return from || before ? { [field]: range } : {};
  const [time = '', id = ''] = cursor.split(BETWEEN);
  const at = new Date(time);
  return {
    // The range is the index's, what stands beside it only looks at the one millisecond.
    [field]: { ...range, $lte: at },
    $or: [{ [field]: { $lt: at } }, { _id: { $lt: id } }],
  };
}

/** A page of documents of which one more than `limit` was asked for. */
export function listed<D extends { _id: string }, T>(
  found: readonly D[],
  limit: number,
  field: keyof D,
  read: (document: D) => T,
): Listed<T> {
  const last = found[limit - 1];
  const next =
    found.length > limit && last ? [(last[field] as Date).toISOString(), last._id].join(BETWEEN) : undefined;
  return { items: found.slice(0, limit).map(read), next };
}
