import { InvalidCommand } from '../domain/errors.js';

/** Where a page of something dated ended. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

export function writePosition({ at, id }: Position): string {
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
