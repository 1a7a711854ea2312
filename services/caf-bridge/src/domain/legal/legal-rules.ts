import type { Day } from '../values/day.js';

/** What a rule reads of a case. Cents. */
export interface RuleFacts {
  /** Owed on that day. */
  debtCents: number;
  rentCents: number;
  chargesCents: number;
  aidCents: number;
  toLandlord: boolean;
}

/** Codes as CAF32 writes them; 3, the manual's filter, is no rule of the law. */
export type LegalRuleCode = 1 | 2 | 4;

interface Row {
  code: LegalRuleCode;
  /** First and last day on which a debt is constituted by it. */
  from: Day;
  until: Day;
  source: string;
  /** The debt that constitutes it, in cents; `atLeast` or `above`. */
  amount?: { threshold: (facts: RuleFacts) => number; reached: 'atLeast' | 'above' };
  /** Or so many months after the first default, whatever the amount. */
  monthsAfterDefault?: number;
}

const EVER: Day = '9999-12-31';

/** One row a rule: a new decree is a row. Earlier rows win when two are reached on one day. */
export const LEGAL_RULES: readonly Row[] = [
  {
    code: 1,
    from: '0001-01-01',
    until: '2026-12-31',
    source: 'CCH, art. R. 824-1, jusqu’au 31/12/2026',
    amount: { threshold: twoMonths, reached: 'atLeast' },
  },
  {
    code: 2,
    from: '2027-01-01',
    until: EVER,
    source: 'CCH, art. R. 824-2, décret 2026-84',
    amount: { threshold: () => 450_00, reached: 'above' },
  },
  {
    code: 4,
    from: '2027-01-01',
    until: EVER,
    source: 'CCH, art. R. 824-2, décret 2026-84',
    monthsAfterDefault: 3,
  },
];

/** Aid beyond rent and charges goes back to the tenant: the threshold does not fall below nothing. */
function twoMonths({ rentCents, chargesCents, aidCents, toLandlord }: RuleFacts): number {
  const monthly = rentCents + chargesCents;
  return 2 * (toLandlord ? Math.max(0, monthly - aidCents) : monthly);
}

/** Months in which the landlord must report. */
export const REPORT_WITHIN_MONTHS = 2;
/** Months in which an offer of direct payment is answered. */
export const ANSWER_WITHIN_MONTHS = 2;
