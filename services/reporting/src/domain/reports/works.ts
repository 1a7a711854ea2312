/** Works as reports show them: of tickets that were closed. Pure. */
import type { Trades } from '../measures/segment.js';
import { tradeOf } from '../measures/segment.js';
import type { TicketRow } from '../measures/ticket-row.js';

export interface TradeLine {
  readonly trade: string;
  readonly works: number;
  readonly cents: number;
}

/** The dearest first; "" for contractors whose trade nobody knows. */
export function worksByTrade(rows: readonly TicketRow[], trades: Trades): TradeLine[] {
  const found = new Map<string, { works: number; cents: number }>();
  for (const mission of rows.flatMap(({ missions }) => missions)) {
    if (mission.replaced) continue;
    const trade = tradeOf(mission, trades);
    const { works, cents } = found.get(trade) ?? { works: 0, cents: 0 };
    found.set(trade, { works: works + 1, cents: cents + mission.invoicedCents });
  }
  return [...found]
    .map(([trade, line]) => ({ trade, ...line }))
    .sort((a, b) => b.cents - a.cents || b.works - a.works || (a.trade < b.trade ? -1 : 1));
}

export interface Work {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly company: string;
  readonly closedAt: number;
  /** The quote that was asked for and came; what of it was accepted; what was invoiced. */
  readonly quotedCents: number;
  readonly votedCents: number;
  readonly invoicedCents: number;
}

/** On common parts, with an amount; oldest first. */
export function worksOf(rows: readonly TicketRow[]): Work[] {
  return rows
    .filter(({ unitId }) => unitId === '')
    .flatMap(({ ticketId, number, subject, closedAt = 0, missions }) =>
      missions
        .filter(({ replaced, quotedCents, invoicedCents }) => !replaced && quotedCents + invoicedCents > 0)
        .map(({ contractorName, quotedCents, quoteAccepted, invoicedCents }) => ({
          ...{ ticketId, number, subject, closedAt, company: contractorName, quotedCents, invoicedCents },
          votedCents: quoteAccepted ? quotedCents : 0,
        })),
    );
}
