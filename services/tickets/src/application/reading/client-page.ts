import type { Position } from './position.js';
import { beyond, pageOf, readPosition } from './position.js';
import type { ClientRow } from '../ports/client-tickets.js';

/** Tickets as clients turn their pages, the last modified first. */
export interface ClientPage {
  readonly rows: readonly ClientRow[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

export interface ClientPageRequest {
  readonly cursor: string;
  /** 0 for the default. */
  readonly limit: number;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** @throws InvalidCommand for a cursor that is none */
export async function clientPage(
  request: ClientPageRequest,
  find: (range: { after: Position | undefined; limit: number }) => Promise<ClientRow[]>,
): Promise<ClientPage> {
  const after = readPosition(request.cursor);
  const limit = Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT);
  const found = await find({ after, limit: beyond(limit) });
  const { items, nextCursor } = pageOf(found, limit, ({ modifiedAt, id }) => ({ at: modifiedAt, id }));
  return { rows: items, nextCursor };
}
