/** Which tickets are measured. */
import type { MissionRow, TicketRow } from './ticket-row.js';

export interface Period {
  /** Included. */
  readonly from: number;
  /** Excluded. */
  readonly until: number;
}

export interface Segment {
  /** Empty: all that the reader may see. */
  readonly modules: readonly string[];
  readonly buildingId?: string;
  readonly unitId?: string;
  readonly managerId?: string;
  readonly contractorId?: string;
  readonly source?: string;
  readonly trade?: string;
  readonly urgent?: boolean;
  /** Assistants and accountants see the tickets of their places. */
  readonly staffId?: string;
}

/** Trades by contractor. */
export type Trades = ReadonlyMap<string, string>;

/** Of what is not known. */
export const UNKNOWN = '';

export const tradeOf = ({ contractorId }: MissionRow, trades: Trades): string =>
  trades.get(contractorId) ?? UNKNOWN;

export function tradesOf({ missions }: TicketRow, trades: Trades): string[] {
  return [...new Set(missions.map((mission) => tradeOf(mission, trades)))];
}

export function isWithin({ from, until }: Period, at: number | undefined): boolean {
  return at !== undefined && at >= from && at < until;
}

export function isIn(segment: Segment, row: TicketRow, trades: Trades): boolean {
  const { modules, buildingId, unitId, managerId, source, contractorId, trade, urgent, staffId } = segment;
  return (
    (modules.length === 0 || modules.includes(row.module)) &&
    (!buildingId || row.buildingId === buildingId) &&
    (!unitId || row.unitId === unitId) &&
    (!managerId || row.managerId === managerId) &&
    (!source || row.source === source) &&
    (urgent === undefined || row.urgent === urgent) &&
    (!staffId || row.staffIds.includes(staffId)) &&
    (!contractorId || row.missions.some((mission) => mission.contractorId === contractorId)) &&
    (trade === undefined || tradesOf(row, trades).includes(trade))
  );
}
