/**
 * Words and small values of rental management. Dates are calendar dates of Paris, YYYY-MM-DD, months YYYY-MM, empty
 * when not known; money is in cents, rates in hundredths of a percent, surfaces in hundredths of a square metre.
 * The constant of a record gives its type and what an older document lacks.
 */

export const ACCOUNT_KINDS = ['tenant', 'owner', 'contractor'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number] | '';

export const PRO_RATA_METHODS = ['actual-days', 'thirty-360', 'year-365'] as const;
export type ProRataMethod = (typeof PRO_RATA_METHODS)[number] | '';

export const CARD_MENTIONS = ['g', 't', 'syndic'] as const;
export type CardMention = (typeof CARD_MENTIONS)[number] | '';

export const PERIODICITIES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Periodicity = (typeof PERIODICITIES)[number] | '';

export const RENT_LINE_KINDS = ['rent', 'charges', 'other'] as const;
export type RentLineKind = (typeof RENT_LINE_KINDS)[number] | '';

export const EMPTY_ADDRESS = { line: '', complement: '', postalCode: '', city: '', country: '' };
export type PostalAddress = typeof EMPTY_ADDRESS;

/** Kept by libs/files; the bytes are elsewhere. */
export interface DocumentRef {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

export interface FileDocument {
  document?: DocumentRef;
  label: string;
  photo: boolean;
}

/** A line of what a tenant is called for; the two dates are of temporary lines only. */
export interface RentLine {
  id: string;
  label: string;
  fiscalCode: string;
  kind: RentLineKind;
  amountCents: number;
  vatBp: number;
  from: string;
  until: string;
}
