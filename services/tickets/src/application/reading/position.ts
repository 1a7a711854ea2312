import { InvalidCommand } from '../../domain/values/errors.js';

/** Where a page of something dated ended. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

/** One more than asked for tells whether there is a next page. */
export const beyond = (limit: number): number => limit + 1;

/** Of what was found `beyond` the limit: the page, and where the next one starts; "" on the last. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  positionOf: (item: T) => Position,
): { readonly items: T[]; readonly nextCursor: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? writePosition(positionOf(last)) : '' };
}

function writePosition({ at, id }: Position): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

/** @returns undefined for the first page. */
export function readPosition(cursor: string): Position | undefined {
  if (!cursor) return undefined;
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const at = new Date(Number(time));
  if (!/^\d+$/.test(time) || Number.isNaN(at.getTime()) || !id) {
    throw new InvalidCommand([{ field: 'cursor', code: 'MALFORMED' }]);
  }
  return { at, id };
}
