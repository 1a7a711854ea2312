/** A row as an array without its names: a page of rows is read whole, and names would be most of it. */
import type { MissionRow, TicketRow } from '../../domain/measures/ticket-row.js';

/** In this order. New columns go to the end: pages of older releases have none. */
const COLUMNS = [
  ...(['ticketId', 'version', 'number', 'type', 'module', 'subject', 'status', 'buildingId'] as const),
  ...(['unitId', 'placeLabel', 'placeReference', 'managerId', 'managerName', 'urgent', 'silent'] as const),
  ...(['source', 'staffIds', 'requestedAt', 'closedAt', 'cancelled', 'imported', 'firstActionAt'] as const),
  ...(['reopenings', 'waits', 'missions'] as const),
] satisfies readonly (keyof TicketRow)[];

const MISSION_COLUMNS = [
  ...(['id', 'contractorId', 'contractorName', 'replaced', 'askedAt', 'answeredAt'] as const),
  ...(['quoteAskedAt', 'quoteReceivedAt', 'quoteDecidedAt', 'quoteAccepted', 'quotedCents'] as const),
  ...(['reminders', 'exhausted', 'presences', 'visits', 'visitAt', 'completedAt'] as const),
  ...(['invoicedCents', 'invoiced'] as const),
] satisfies readonly (keyof MissionRow)[];

/** JSON has null for what is not there. */
export type Packed = readonly unknown[];

export const packRow = (row: TicketRow): Packed =>
  COLUMNS.map((column) =>
    column === 'missions'
      ? row.missions.map((mission) => MISSION_COLUMNS.map((one) => mission[one]))
      : row[column],
  );

export function unpackRow(agencyId: string, packed: Packed): TicketRow {
  const row = unpack(COLUMNS, packed);
  const missions = (row['missions'] ?? []) as Packed[];
  row['agencyId'] = agencyId;
  row['missions'] = missions.map((mission) => unpack(MISSION_COLUMNS, mission));
  return row as unknown as TicketRow;
}

function unpack(columns: readonly string[], packed: Packed): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  columns.forEach((column, at) => {
    found[column] = packed[at] ?? undefined;
  });
  return found;
}
