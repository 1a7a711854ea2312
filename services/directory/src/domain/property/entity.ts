import type { ModuleName } from '../records.js';
import type { AccountKind, CardMention, PostalAddress, ProRataMethod } from './values.js';

/** How account numbers of one kind are made in an entity and a module. */
export interface AccountRoot {
  kind: AccountKind;
  module: ModuleName | '';
  root: string;
  length: number;
  padded: boolean;
}

export const EMPTY_ENTITY = {
  id: '',
  name: '',
  siret: '',
  address: undefined as PostalAddress | undefined,
  roots: [] as AccountRoot[],
  iban: '',
  bic: '',
  ics: '',
  provisionsAccount: '',
  proRata: '' as ProRataMethod,
  closed: false,
};
export type AccountingEntity = typeof EMPTY_ENTITY;

export const EMPTY_CARD = {
  id: '',
  number: '',
  issuedBy: '',
  entityId: '',
  mentions: [] as CardMention[],
  validUntil: '',
  guarantor: '',
};
export type ProfessionalCard = typeof EMPTY_CARD;
