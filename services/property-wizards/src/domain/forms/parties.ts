/**
 * What is typed on the steps, as it is kept: dates YYYY-MM-DD as typed, amounts in cents, rates in hundredths of a per
 * cent, shares in ten-thousandths. A choice that was not made is ''.
 */

export interface DocumentRef {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface PostalAddress {
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** Computed for as long as nobody typed another. */
export interface Code {
  readonly value: string;
  readonly typed: boolean;
}

export type PartyKind = '' | 'PERSON' | 'COMPANY';
export type Gender = '' | 'MR' | 'MRS' | 'COUPLE' | 'COMPANY' | 'UNDIVIDED';
export type ContactChannel = '' | 'MAIL' | 'SMS' | 'PHONE' | 'POST';

export interface PartyForm {
  /** Of an existing party; empty for a new one. */
  readonly partyId: string;
  readonly kind: PartyKind;
  readonly gender: Gender;
  readonly name: string;
  readonly firstName: string;
  readonly bornOn: string;
  readonly bornAt: string;
  readonly legalForm: string;
  readonly siret: string;
  readonly familySci: boolean;
  readonly code?: Code;
  readonly address?: PostalAddress;
  readonly phone: string;
  readonly mobiles: readonly string[];
  readonly mails: readonly string[];
  readonly channel: ContactChannel;
  readonly profession: string;
  readonly incomeCents: number;
  readonly employer: string;
  readonly previousAddress?: PostalAddress;
  readonly studentOrApprentice: boolean;
  readonly documents: readonly DocumentRef[];
}

export interface BankAccount {
  readonly iban: string;
  readonly bic: string;
}

export type Periodicity = '' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY';

export interface AccountForm {
  readonly entityId: string;
  readonly number?: Code;
  readonly label?: Code;
  readonly managerId: string;
  readonly accountantId: string;
  readonly assistantId: string;
}
