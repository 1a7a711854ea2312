import type { RentCall } from './rent-call.js';
import { missingCents } from './rent-call.js';

export const POSTING_KINDS = ['rent-call', 'payment', 'aid', 'adjustment'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number] | '';

export const EMPTY_POSTING = {
  id: '',
  accountId: '',
  leaseId: '',
  sharerId: '',
  kind: '' as PostingKind,
  on: '',
  label: '',
  /** Paid first; empty: the oldest unpaid. */
  month: '',
  /** Above 0 the holder owes more, below 0 less. */
  amountCents: 0,
  balanceAfterCents: 0,
  recordedAt: undefined as Date | undefined,
};
export type Posting = typeof EMPTY_POSTING;

/** What of a posting pays which rent call. */
export interface Allocation {
  rentCallId: string;
  cents: number;
}

/** The month that it names first, then the oldest; what is left over stays on the account. */
export function allocate(
  { amountCents, month }: Pick<Posting, 'amountCents' | 'month'>,
  unpaid: readonly RentCall[],
): Allocation[] {
  const oldestFirst = unpaid.toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const ordered = [
    ...oldestFirst.filter((call) => call.month === month),
    ...oldestFirst.filter((call) => call.month !== month),
  ];
  const allocations: Allocation[] = [];
  let left = -amountCents;
  for (const call of ordered) {
    const cents = Math.min(left, missingCents(call));
    if (cents <= 0) continue;
    allocations.push({ rentCallId: call.id, cents });
    left -= cents;
  }
  return allocations;
}

/** What a posting makes of an account, and which calls it pays. A new call is paid by what the agency owed already. */
export function enter(
  posting: Posting,
  balanceCents: number,
  unpaid: readonly RentCall[],
): { balanceAfterCents: number; allocations: Allocation[] } {
  const pays = posting.kind === 'rent-call' ? Math.max(0, -balanceCents) : -posting.amountCents;
  return {
    balanceAfterCents: balanceCents + posting.amountCents,
    allocations: pays > 0 ? allocate({ amountCents: -pays, month: posting.month }, unpaid) : [],
  };
}

/** The calls as they are after it: the next posting finds less to pay. */
export function paidBy(allocations: readonly Allocation[], unpaid: readonly RentCall[]): RentCall[] {
  const paid = new Map(allocations.map(({ rentCallId, cents }) => [rentCallId, cents]));
  return unpaid.map((call) => ({ ...call, paidCents: call.paidCents + (paid.get(call.id) ?? 0) }));
}
