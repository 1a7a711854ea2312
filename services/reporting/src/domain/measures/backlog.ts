/** What is open now, by its age and by who is waited for. */
import type { TicketRow } from './ticket-row.js';

const DAY_MS = 86_400_000;

/** Days, included: 0–3, 4–7, 8–14, 15–30, more. */
export const AGES = [3, 7, 14, 30, Infinity] as const;
export const WAITED_FOR = ['AGENCY', 'CONTRACTOR', 'CLIENT'] as const;
export type WaitedFor = (typeof WAITED_FOR)[number];

export interface Backlog {
  readonly open: number;
  readonly ages: readonly {
    readonly from: number;
    readonly until: number;
    readonly counts: Readonly<Record<WaitedFor, number>>;
  }[];
}

/** The agency must act on these (the list's blue); everybody else's turn is a contractor's or a client's. */
const AGENCYS: ReadonlySet<string> = new Set([
  'PENDING_VALIDATION',
  'WORK_ORDER_REFUSED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_RECEIVED',
  'QUOTE_APPROVED',
  'QUOTE_REJECTED',
  'ABSENT',
  'POSTPONEMENT_ASKED',
  'COMPLETION_RECEIVED',
  'INVOICE_RECEIVED',
]);

export function waitedFor({ status }: Pick<TicketRow, 'status'>): WaitedFor {
  if (AGENCYS.has(status)) return 'AGENCY';
  return status === 'QUOTE_AWAITING_APPROVAL' ? 'CLIENT' : 'CONTRACTOR';
}

export const isOpen = ({ closedAt, cancelled }: TicketRow): boolean => closedAt === undefined && !cancelled;

export function backlogOf(rows: readonly TicketRow[], now: number): Backlog {
  const open = rows.filter(isOpen);
  return {
    open: open.length,
    ages: AGES.map((until, index) => {
      const from = index === 0 ? 0 : (AGES[index - 1] ?? 0) + 1;
      const counts: Record<WaitedFor, number> = { AGENCY: 0, CONTRACTOR: 0, CLIENT: 0 };
      for (const row of open) if (ageBandOf(row, now) === index) counts[waitedFor(row)] += 1;
      return { from, until: until === Infinity ? 0 : until, counts };
    }),
  };
}

/** Its place in AGES. */
export function ageBandOf({ requestedAt }: TicketRow, now: number): number {
  const days = Math.floor((now - requestedAt) / DAY_MS);
  return AGES.findIndex((until) => days <= until);
}
