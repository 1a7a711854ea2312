import type { AccountKind, Periodicity } from './values.js';

export const SETTLEMENTS = ['transfer', 'cheque'] as const;
export type Settlement = (typeof SETTLEMENTS)[number] | '';

export interface JointOwner {
  partyId: string;
  share: number;
  accountNumber: string;
  iban: string;
  bic: string;
}

export const EMPTY_ACCOUNT = {
  id: '',
  version: 0,
  kind: '' as AccountKind,
  entityId: '',
  number: '',
  label: '',
  partyId: '',
  iban: '',
  bic: '',
  settlement: '' as Settlement,
  statement: '' as Periodicity,
  managerId: '',
  accountantId: '',
  assistantId: '',
  jointOwners: [] as JointOwner[],
  ownShare: 0,
  shareWhole: 0,
  closedOn: '',
  /** What the holder owes; negative when the agency owes. */
  balanceCents: 0,
};
export type AccountFile = typeof EMPTY_ACCOUNT;
