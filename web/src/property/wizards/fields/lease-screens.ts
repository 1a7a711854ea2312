import type { Option, Place } from '../../forms/field.js';
import { textAt } from '../../forms/field.js';
import type { WizardScreen } from '../plan/wizard.js';
import { GUARANTOR_FIELDS } from './party-fields.js';
import { partyName } from './shared.js';

const isIndexed = ({ here }: Place): boolean => !['', 'NONE'].includes(textAt(here, 'index'));

/** What a guarantee may be. */
export const GUARANTEES: readonly Option[] = [
  ['PERSON', 'Caution d’une personne'],
  ['COMPANY', 'Caution d’une société'],
  ['VISALE', 'Visale'],
  ['BANK', 'Caution bancaire'],
];

export const LEASE: WizardScreen = {
  id: 'lease',
  step: 'LEASE',
  title: 'Le bail et la GLI',
  short: 'Bail et GLI',
  sections: [
    {
      title: 'Conditions du bail',
      fields: [
        { kind: 'day', path: 'signedOn', label: 'Signé le' },
        { kind: 'day', path: 'effectOn', label: 'Prend effet le', must: true },
        { kind: 'whole', path: 'lengthMonths', label: 'Durée', unit: 'mois', max: 4 },
        { kind: 'day', path: 'endsOn', label: 'Prend fin le' },
        { kind: 'whole', path: 'noticeMonths', label: 'Préavis', unit: 'mois', max: 2 },
        { kind: 'text', path: 'use', label: 'Usage', max: 120, help: 'Par exemple : habitation principale.' },
        { kind: 'area', path: 'specialConditions', label: 'Conditions particulières', max: 4000 },
      ],
    },
    {
      title: 'Révision du loyer',
      fields: [
        {
          kind: 'choice',
          path: 'index',
          label: 'Indice',
          options: [
            ['NONE', 'Pas de révision'],
            ['IRL', 'IRL'],
            ['ILC', 'ILC'],
            ['ILAT', 'ILAT'],
          ],
        },
        {
          kind: 'quarter',
          path: 'referenceQuarter',
          label: 'Trimestre de référence',
          must: true,
          when: isIndexed,
        },
        {
          kind: 'hundredths',
          path: 'referenceValue',
          label: 'Valeur de l’indice de référence',
          when: isIndexed,
        },
        {
          kind: 'day',
          path: 'nextRevisionOn',
          label: 'Prochaine révision le',
          must: isIndexed,
        },
        { kind: 'flag', path: 'frozen', label: 'Révision gelée (classe énergie F ou G)', wide: true },
      ],
    },
    {
      title: 'Garantie des loyers impayés',
      fields: [
        { kind: 'flag', path: 'gliExcluded', label: 'Exclu de la GLI', wide: true },
        { kind: 'flag', path: 'vacancyInsured', label: 'Vacance de locataire assurée', wide: true },
      ],
    },
  ],
};

export const DEPOSIT: WizardScreen = {
  id: 'deposit',
  step: 'DEPOSIT',
  title: 'Le dépôt de garantie et les garants',
  short: 'Dépôt de garantie',
  sections: [
    {
      title: 'Dépôt de garantie',
      fields: [
        { kind: 'money', path: 'amountCents', label: 'Montant du dépôt' },
        { kind: 'day', path: 'paidOn', label: 'Versé le' },
        {
          kind: 'choice',
          path: 'heldBy',
          label: 'Reversement au propriétaire',
          must: ({ here }) => textAt(here, 'amountCents').trim() !== '',
          options: [
            ['AGENCY', 'Conservé par l’agence'],
            ['OWNER', 'Reversé au propriétaire'],
          ],
        },
      ],
    },
    {
      title: 'Garants',
      fields: [
        {
          kind: 'rows',
          path: 'guarantors',
          label: 'Garants',
          add: 'Ajouter un garant',
          maximum: 10,
          item: ({ party }, index) => partyName(party) || `Garant ${index + 1}`,
          fresh: () => ({ kind: 'PERSON', party: { kind: 'PERSON' } }),
          fields: [
            {
              kind: 'choice',
              path: 'kind',
              label: 'Forme de la garantie',
              must: true,
              options: GUARANTEES,
            },
            {
              kind: 'lookup',
              path: 'sharerId',
              label: 'Garant du colocataire',
              from: 'sharers',
              hideEmpty: true,
            },
            { kind: 'money', path: 'amountCents', label: 'Montant garanti' },
            { kind: 'text', path: 'reference', label: 'Référence (visa Visale, n° de caution)', max: 60 },
            { kind: 'day', path: 'from', label: 'À partir du' },
            { kind: 'day', path: 'until', label: 'Jusqu’au' },
            { kind: 'party', path: 'party', label: 'Garant', fields: GUARANTOR_FIELDS },
          ],
        },
      ],
    },
  ],
};

export const VARIOUS: WizardScreen = {
  id: 'various',
  step: 'VARIOUS',
  title: 'Divers',
  short: 'Divers',
  sections: [
    {
      title: 'Assurance habitation',
      fields: [
        { kind: 'text', path: 'insurer', label: 'Assureur', max: 120 },
        { kind: 'text', path: 'policy', label: 'N° de police', max: 60 },
        { kind: 'day', path: 'insuranceExpiresOn', label: 'Échéance de l’assurance' },
      ],
    },
    {
      title: 'Alarmes',
      fields: [
        {
          kind: 'rows',
          path: 'alarms',
          label: 'Alarmes',
          add: 'Ajouter une alarme',
          maximum: 20,
          item: ({ label }, index) =>
            typeof label === 'string' && label !== '' ? label : `Alarme ${index + 1}`,
          fields: [
            {
              kind: 'choice',
              path: 'kind',
              label: 'Objet',
              must: true,
              options: [
                ['INSURANCE', 'Attestation d’assurance'],
                ['BOILER', 'Entretien de la chaudière'],
                ['CHIMNEY', 'Ramonage'],
                ['OTHER', 'Autre'],
              ],
            },
            {
              kind: 'text',
              path: 'label',
              label: 'Libellé',
              max: 120,
              must: ({ here }) => here['kind'] === 'OTHER',
            },
            { kind: 'day', path: 'dueOn', label: 'Échéance', must: true },
            { kind: 'whole', path: 'everyMonths', label: 'Tous les', unit: 'mois', max: 3 },
          ],
        },
      ],
    },
    {
      title: 'Notes et documents',
      fields: [
        { kind: 'area', path: 'notes', label: 'Notes', max: 4000 },
        {
          kind: 'documents',
          path: 'documents',
          label: 'Documents du locataire',
          maximum: 10,
          help: 'Une copie du bail signé, par exemple.',
        },
      ],
    },
  ],
};
