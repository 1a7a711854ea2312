/** The manual's five statistics ("Pictogramme de statistiques"), by the day on which the request was received. */
import { inParis } from '@intervia/french';
import { monthsInParis } from './days.js';
import { Tallies } from './numbers.js';
import type { Tally } from './numbers.js';
import { tradesOf } from './segment.js';
import type { Trades } from './segment.js';
import type { TicketRow } from './ticket-row.js';

export interface Statistics {
  readonly tickets: number;
  readonly sources: readonly Tally[];
  readonly types: readonly Tally[];
  /** "2026-11"; months without a ticket are there too. */
  readonly months: readonly Tally[];
  readonly managers: readonly Tally[];
  /** A ticket counts once in each of the trades that it called. */
  readonly trades: readonly Tally[];
}

const NO_TRADE = 'NONE';

export function statisticsOf(
  rows: readonly TicketRow[],
  trades: Trades,
  period: { from: number; until: number },
): Statistics {
  const [sources, types, managers, activities] = [new Tallies(), new Tallies(), new Tallies(), new Tallies()];
  const monthOf = monthsInParis();
  const months = new Map(monthsOf(period).map((month) => [month, 0]));
  for (const row of rows) {
    sources.add(row.source, '');
    types.add(row.type, '');
    managers.add(row.managerId, row.managerName);
    const month = monthOf(row.requestedAt);
    months.set(month, (months.get(month) ?? 0) + 1);
    const called = tradesOf(row, trades);
    for (const trade of called.length > 0 ? called : [NO_TRADE]) activities.add(trade, trade);
  }
  return {
    tickets: rows.length,
    sources: sources.byCount(),
    types: types.byCount(),
    months: [...months].map(([key, count]) => ({ key, label: '', count, cents: 0 })),
    managers: managers.byCount(),
    trades: activities.byCount(),
  };
}

function monthsOf({ from, until }: { from: number; until: number }): string[] {
  const months: string[] = [];
  const last = monthsInParis()(until - 1);
  for (let at = inParis(new Date(from)).startOf('month'); ; at = at.plus({ months: 1 })) {
    const month = at.toFormat('yyyy-MM');
    if (month > last) return months;
    months.push(month);
  }
}
