import type { Position } from '../../../application/reading/position.js';

/**
 * What follows a page of a list that runs from the newest to the oldest. The bound on the time alone lets the index
 * start at the page; the `$or` settles equal times.
 * @param range what else the time must be
 */
export function afterPosition(
  path: string,
  after: Position | undefined,
  range: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  if (after) {
    return {
      [path]: { ...range, $lte: after.at },
      $or: [{ [path]: { $lt: after.at } }, { _id: { $lt: after.id } }],
    };
  }
  return Object.keys(range).length > 0 ? { [path]: range } : {};
}
