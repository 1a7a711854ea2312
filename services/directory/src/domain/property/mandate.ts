import type { CardMention, FileDocument, Periodicity } from './values.js';

export const MANDATE_POWERS = [
  'receive-money',
  'let',
  'give-notice',
  'order-works',
  'pay-charges',
  'legal-action',
  'co-ownership',
] as const;
export type MandatePower = (typeof MANDATE_POWERS)[number] | '';

export const MANDATE_RENEWALS = ['tacit', 'none'] as const;
export type MandateRenewal = (typeof MANDATE_RENEWALS)[number] | '';

export const EMPTY_MANDATE = {
  id: '',
  version: 0,
  number: '',
  cardId: '',
  mention: '' as CardMention,
  accountId: '',
  signedOn: '',
  effectOn: '',
  lengthMonths: 0,
  renewal: '' as MandateRenewal,
  noticeMonths: 0,
  nature: '',
  powers: [] as MandatePower[],
  otherPowers: '',
  feeBp: 0,
  vatBp: 0,
  lettingFeeCents: 0,
  accountsRendered: '' as Periodicity,
  gliIncluded: false,
  spendingCeilingCents: 0,
  provisionsAccount: '',
  remarks: '',
  documents: [] as FileDocument[],
  endedOn: '',
  endReason: '',
  /** The mandant: of the account. */
  partyId: '',
};
export type MandateFile = typeof EMPTY_MANDATE;
