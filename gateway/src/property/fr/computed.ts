import { filled } from './filled.js';

/** How a code was made, in words; `{name}` is a part that it was made of. */
const HOW: Readonly<Record<string, string>> = {
  PARTY_CODE_FROM_NAME: 'Calculé d’après le nom.',
  ACCOUNT_NUMBER_FROM_ENTITY: 'Calculé d’après l’entité comptable : racine {root}, puis le code du tiers.',
  ACCOUNT_LABEL_FROM_NAME: 'Repris du nom du tiers.',
  BUILDING_CODE_FROM_NAME: 'Calculé d’après le nom de l’immeuble.',
  PHYSICAL_CODE_FROM_RCP_PLAN: 'Calculé d’après les numéros de RCP et de PLAN.',
  MANAGEMENT_CODE_FROM_PHYSICAL: 'Calculé d’après le code physique.',
  MANDATE_NUMBER_FROM_REGISTER: 'Prochain numéro du registre ; il est attribué à l’enregistrement.',
  SEPA_REFERENCE_FROM_LEASE: 'Référence propre à ce bail.',
  AID_SUM_OF_SHARERS: 'Somme des aides des colocataires.',
  CORRESPONDENT_FROM_GENDER: 'Créé d’après le genre.',
  LINES_FROM_UNIT: 'Proposé d’après le loyer de référence du lot.',
  LEASE_LENGTH_FROM_KIND: 'Durée légale de ce type de bail.',
  CREDITOR_FROM_ENTITY: 'Repris de l’entité comptable.',
  INDEX_FROM_TABLE: 'Valeur de la table des indices pour ce trimestre.',
  LEASE_END_FROM_LENGTH: 'Calculé d’après la prise d’effet et la durée.',
  LEASE_KIND_FROM_ACCOUNT: 'Repris du type de bail.',
  MANAGEMENT_CODE_FROM_RCP_PLAN: 'Calculé d’après les numéros de RCP et de PLAN.',
  BIC_FROM_IBAN: 'Déduit de l’IBAN.',
};

/** Without the parts that did not come along. */
const PLAIN: Readonly<Record<string, string>> = {
  ACCOUNT_NUMBER_FROM_ENTITY: 'Calculé d’après l’entité comptable.',
};

export function computedSentence(how: string, of: Readonly<Record<string, string>>): string {
  return filled(HOW, PLAIN, how, of) ?? 'Calculé automatiquement.';
}
