import type { RentLineKind } from './values.js';

export interface RentCallLine {
  label: string;
  fiscalCode: string;
  kind: RentLineKind;
  /** With VAT. */
  amountCents: number;
}

export const EMPTY_RENT_CALL = {
  id: '',
  leaseId: '',
  /** Its first one. */
  month: '',
  dueOn: '',
  from: '',
  until: '',
  lines: [] as RentCallLine[],
  /** Asked of the tenant and its caisse together. */
  totalCents: 0,
  aidCents: 0,
  paidCents: 0,
  /** Aid withheld because the dwelling is not decent: not the tenant's debt. */
  withheldCents: 0,
  /** Empty until it is paid. */
  settledOn: '',
};
export type RentCall = typeof EMPTY_RENT_CALL;

/** What a call still lacks. */
export const missingCents = ({ totalCents, paidCents, withheldCents }: RentCall): number =>
  Math.max(0, totalCents - paidCents - withheldCents);

/** Not paid in full though due, of one tenant: what is owed, and since when. */
export function debtOf(
  unpaid: readonly RentCall[],
  today: string,
): { debtCents: number; firstDefaultOn: string } {
  const due = unpaid.filter((call) => call.dueOn < today && missingCents(call) > 0);
  return {
    debtCents: due.reduce((sum, call) => sum + missingCents(call), 0),
    firstDefaultOn: due.map(({ dueOn }) => dueOn).toSorted()[0] ?? '',
  };
}
