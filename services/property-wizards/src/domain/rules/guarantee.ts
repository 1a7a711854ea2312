/**
 * Whether a guarantor may be asked for beside an insurance of unpaid rents (loi 89-462, art. 22-1).
 * Owner × GLI × tenant's status; the row of the first match counts.
 */
export interface GuaranteeCase {
  /** A legal person other than a family SCI. */
  readonly companyOwner: boolean;
  readonly gli: boolean;
  readonly studentOrApprentice: boolean;
  /** Visale and banks are not insurance; they count as a guarantee. */
  readonly guarantorKind: '' | 'PERSON' | 'COMPANY' | 'VISALE' | 'BANK';
}

type Answer = 'ALLOWED' | 'REFUSED' | 'DOUBTFUL';

interface Row {
  readonly when: Partial<GuaranteeCase>;
  readonly answer: Answer;
  /** Id of the rule that says why. */
  readonly rule: string;
}

export const GUARANTEES: readonly Row[] = [
  { when: { gli: true, studentOrApprentice: true }, answer: 'ALLOWED', rule: 'guarantee.gli' },
  { when: { gli: true }, answer: 'REFUSED', rule: 'guarantee.gli' },
  // A company may ask for a body's guarantee, or for one of a student; others are in doubt [check].
  { when: { companyOwner: true, studentOrApprentice: true }, answer: 'ALLOWED', rule: 'guarantee.company' },
  { when: { companyOwner: true, guarantorKind: 'PERSON' }, answer: 'DOUBTFUL', rule: 'guarantee.company' },
  { when: {}, answer: 'ALLOWED', rule: '' },
];

export function guaranteeOf(given: GuaranteeCase): { answer: Answer; rule: string } {
  const match = GUARANTEES.find(({ when }) =>
    Object.entries(when).every(([name, value]) => given[name as keyof GuaranteeCase] === value),
  );
  return { answer: match?.answer ?? 'ALLOWED', rule: match?.rule ?? '' };
}
