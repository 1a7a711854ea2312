import { textAt } from '../../forms/field.js';
import type { WizardScreen } from '../plan/wizard.js';
import { JOINT_OWNER_FIELDS, OWNER_FIELDS } from './party-fields.js';
import { ACCOUNT_FIELDS, BANK_FIELDS, partyName, PERIODICITIES } from './shared.js';

/** Manual, "Étape 1 – Propriétaire" to "Étape 3 – Mandat"; the fourth is of each unit (unit-screens). */
export const OWNER: WizardScreen = {
  id: 'owner',
  step: 'OWNER',
  title: 'Le propriétaire',
  short: 'Propriétaire',
  hint: 'Choisissez un tiers existant ou créez-en un : son code se calcule d’après son identité.',
  sections: [
    {
      title: 'Identité',
      fields: [{ kind: 'party', path: 'party', label: 'Propriétaire', fields: OWNER_FIELDS }],
    },
  ],
};

export const OWNER_ACCOUNT: WizardScreen = {
  id: 'owner-account',
  step: 'OWNER_ACCOUNT',
  title: 'Le compte propriétaire',
  short: 'Compte propriétaire',
  hint: 'Le choix du relevé détaillé et de ce qui est imprimé à sa suite se fait après la création.',
  sections: [
    { title: 'Compte', fields: ACCOUNT_FIELDS },
    {
      title: 'Règlement',
      fields: [
        ...BANK_FIELDS('bank'),
        {
          kind: 'choice',
          path: 'paidBy',
          label: 'Réglé par',
          options: [
            ['TRANSFER', 'Virement'],
            ['CHEQUE', 'Chèque'],
          ],
        },
        {
          kind: 'choice',
          path: 'statement',
          label: 'Relevé de compte',
          options: PERIODICITIES.slice(0, 2),
        },
      ],
    },
    {
      title: 'Indivision',
      hint: 'La part du propriétaire et celles des indivisaires font ensemble 100 %.',
      fields: [
        {
          kind: 'percent',
          path: 'share',
          label: 'Part du propriétaire',
          must: true,
          when: ({ here }) => Array.isArray(here['jointOwners']) && here['jointOwners'].length > 0,
        },
        {
          kind: 'rows',
          path: 'jointOwners',
          label: 'Indivisaires',
          add: 'Ajouter un indivisaire',
          maximum: 20,
          item: ({ party }, index) => partyName(party) || `Indivisaire ${index + 1}`,
          fresh: () => ({ party: { kind: 'PERSON' } }),
          fields: [
            { kind: 'percent', path: 'share', label: 'Part', must: true },
            { kind: 'code', path: 'accountNumber', label: 'Numéro de compte' },
            ...BANK_FIELDS('bank'),
            { kind: 'party', path: 'party', label: 'Indivisaire', fields: JOINT_OWNER_FIELDS },
          ],
        },
      ],
    },
  ],
};

export const MANDATE: WizardScreen = {
  id: 'mandate',
  step: 'MANDATE',
  title: 'Le mandat',
  short: 'Mandat',
  sections: [
    {
      title: 'Mandat de gestion',
      fields: [
        {
          kind: 'lookup',
          path: 'cardId',
          label: 'Carte professionnelle',
          from: 'cards',
          must: true,
          double: true,
        },
        {
          kind: 'code',
          path: 'number',
          label: 'N° mandat',
          must: true,
          automatic: 'N° mandat automatique',
        },
        { kind: 'day', path: 'signedOn', label: 'Signé le', must: true },
        { kind: 'day', path: 'effectOn', label: 'Prend effet le', must: true },
        { kind: 'whole', path: 'lengthMonths', label: 'Durée', unit: 'mois' },
        { kind: 'whole', path: 'noticeMonths', label: 'Préavis', unit: 'mois' },
        { kind: 'flag', path: 'tacitRenewal', label: 'Tacite reconduction' },
        {
          kind: 'text',
          path: 'nature',
          label: 'Nature du mandat',
          max: 120,
          help: 'Par exemple : gestion locative.',
        },
      ],
    },
    {
      title: 'Pouvoirs',
      fields: [
        { kind: 'area', path: 'powers', label: 'Pouvoirs donnés', max: 2000 },
        {
          kind: 'flag',
          path: 'mayReceiveMoney',
          label: 'Pouvoir exprès de recevoir des fonds',
          help: 'Le mandat doit le dire expressément (décret 72-678, art. 66).',
          must: true,
          wide: true,
        },
      ],
    },
    {
      title: 'Honoraires et comptes',
      fields: [
        {
          kind: 'percent',
          path: 'managementFee.rate',
          label: 'Honoraires de gestion',
          help: 'Le mandat dit les honoraires : de gestion, de location ou les deux (décret 72-678, art. 66).',
          must: ({ here }) => textAt(here, 'lettingFeeCents').trim() === '',
        },
        { kind: 'percent', path: 'managementFee.vat', label: 'TVA sur honoraires' },
        { kind: 'money', path: 'lettingFeeCents', label: 'Honoraires de location' },
        {
          kind: 'choice',
          path: 'accountsRendered',
          label: 'Reddition des comptes',
          must: true,
          options: PERIODICITIES,
        },
        {
          kind: 'money',
          path: 'spendingCeilingCents',
          label: 'Plafond de dépenses sans accord',
          help: 'Au-delà, le propriétaire donne son accord avant les travaux.',
        },
        {
          kind: 'text',
          path: 'provisionsAccount',
          label: 'Compte analytique provisions',
          max: 20,
          help: '47PROV pour ne pas reverser au propriétaire les provisions sur charges des locataires.',
        },
        { kind: 'flag', path: 'gli', label: 'Garantie des loyers impayés (GLI) comprise' },
      ],
    },
    {
      title: 'Remarques et documents',
      fields: [
        { kind: 'area', path: 'remarks', label: 'Remarques', max: 2000 },
        { kind: 'documents', path: 'documents', label: 'Documents du mandat', maximum: 10 },
      ],
    },
  ],
};
