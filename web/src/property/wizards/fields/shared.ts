import type { Field, Option, Values } from '../../forms/field.js';

export const PERIODICITIES: readonly Option[] = [
  ['MONTHLY', 'Mensuel'],
  ['QUARTERLY', 'Trimestriel'],
  ['HALF_YEARLY', 'Semestriel'],
  ['YEARLY', 'Annuel'],
];

/** Manual, "Une fois l'entité comptable choisie, le numéro de compte et le libellé se calculent automatiquement". */
export const ACCOUNT_FIELDS: readonly Field[] = [
  { kind: 'lookup', path: 'account.entityId', label: 'Entité comptable', must: true, from: 'entities' },
  { kind: 'code', path: 'account.number', label: 'Numéro de compte' },
  { kind: 'code', path: 'account.label', label: 'Libellé du compte' },
  { kind: 'lookup', path: 'account.managerId', label: 'Gestionnaire', from: 'managers' },
  { kind: 'lookup', path: 'account.accountantId', label: 'Comptable', from: 'accountants' },
  { kind: 'lookup', path: 'account.assistantId', label: 'Assistant(e)', from: 'assistants' },
];

export const BANK_FIELDS = (prefix: string, must = false): readonly Field[] => [
  { kind: 'iban', path: `${prefix}.iban`, label: 'IBAN', max: 42, must },
  { kind: 'text', path: `${prefix}.bic`, label: 'BIC', max: 11 },
];

/** Fiscal codes that LSC ships with; an agency types its own. */
const FISCAL_CODES = ['LOY', 'CHG', 'PKG', 'TEOM', 'TVA', 'DIV'];

export const LINE_FIELDS = (prefix = ''): readonly Field[] => [
  { kind: 'text', path: `${prefix}label`, label: 'Libellé', max: 80, must: true },
  {
    kind: 'text',
    path: `${prefix}fiscalCode`,
    label: 'Code fiscalité',
    max: 10,
    suggestions: FISCAL_CODES,
  },
  {
    kind: 'choice',
    path: `${prefix}kind`,
    label: 'Nature',
    options: [
      ['RENT', 'Loyer hors charges'],
      ['CHARGES', 'Charges'],
      ['OTHER', 'Autre'],
    ],
  },
  { kind: 'signedMoney', path: `${prefix}amountCents`, label: 'Montant mensuel' },
  { kind: 'percent', path: `${prefix}vat`, label: 'TVA' },
];

/** What a row of fiscal lines is called. */
export function lineName({ label }: Values, index: number): string {
  return typeof label === 'string' && label !== '' ? label : `Ligne ${index + 1}`;
}

export function partyName(party: unknown): string {
  const { name = '', firstName = '' } = (party ?? {}) as { name?: string; firstName?: string };
  return [firstName, name].filter(Boolean).join(' ');
}
