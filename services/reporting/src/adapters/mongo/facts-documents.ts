import { isDuplicateKey } from '@intervia/mongo';
import { isOpen } from '../../domain/measures/backlog.js';
import type { TicketFacts } from '../../domain/measures/fact.js';
import { toRow } from '../../domain/measures/ticket-row.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import type { FactsDocument, RowDocument } from './read-model.schema.js';
import { pageOf } from './row-pages.js';
import type { Placed } from './row-pages.js';

/** A row of a higher revision stands already; facts that somebody else wrote first are told by their count. */
export async function unlessDuplicate<T extends { insertedCount: number; matchedCount: number }>(
  write: Promise<T>,
): Promise<{ insertedCount: number; matchedCount: number }> {
  try {
    return await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { insertedCount: 0, matchedCount: 0 };
  }
}

export const toState = ({ head, facts, struck }: TicketFacts): string =>
  JSON.stringify({ head, facts, struck });

export function toFacts({ _id, agencyId, state }: FactsDocument): TicketFacts | undefined {
  if (!state) return undefined;
  const stored = JSON.parse(state) as Pick<TicketFacts, 'head' | 'facts' | 'struck'>;
  return { agencyId, ticketId: _id.slice(_id.indexOf('/') + 1), ...stored };
}

export function rowOf(document: FactsDocument): TicketRow {
  const facts = toFacts(document);
  if (!facts) throw new Error(`${document._id} has no facts`);
  return toRow(facts);
}

export function toRowDocument(
  { _id, agencyId, generation, revision }: FactsDocument,
  row: TicketRow,
): RowDocument {
  return {
    ...{ _id, agencyId, generation, revision, buildingId: row.buildingId, unitId: row.unitId },
    requestedAt: new Date(row.requestedAt),
    ...(row.closedAt !== undefined && { closedAt: new Date(row.closedAt) }),
    open: isOpen(row),
    row: JSON.stringify(row),
  };
}

/** Into the page of its day, and out of those it stood in before. */
export function placesOf(
  folded: readonly { readonly row: TicketRow; readonly next: FactsDocument }[],
): Map<string, Placed[]> {
  const places = new Map<string, Placed[]>();
  for (const { row, next } of folded) {
    const { revision, generation, pages = [] } = next;
    const stands = pageOf(generation, row);
    for (const page of pages) {
      const placed = { ticketId: row.ticketId, revision, ...(page === stands && { row }) };
      const known = places.get(page);
      if (known) known.push(placed);
      else places.set(page, [placed]);
    }
  }
  return places;
}
