import type { Position } from '../../../application/reading/position.js';

const BEYOND = {
  DESCENDING: { strictly: '$lt', orEqual: '$lte' },
  ASCENDING: { strictly: '$gt', orEqual: '$gte' },
} as const;

/**
 * What follows a page of a dated list, which runs from the newest to the oldest unless said otherwise. The bound on the time alone lets the index
 * start at the page; the `$or` settles equal times.
 * @param range what else the time must be
 */
export function afterPosition(
  path: string,
  after: Position | undefined,
  range: Readonly<Record<string, unknown>> = {},
  direction: keyof typeof BEYOND = 'DESCENDING',
): Record<string, unknown> {
  if (after) {
    const { strictly, orEqual } = BEYOND[direction];
    return {
      [path]: { ...range, [orEqual]: after.at },
      $or: [{ [path]: { [strictly]: after.at } }, { _id: { [strictly]: after.id } }],
    };
  }
  return Object.keys(range).length > 0 ? { [path]: range } : {};
}
