import type { Field, Option, Place, Values } from '../../forms/field.js';
import { textAt } from '../../forms/field.js';
import type { WizardScreen } from '../plan/wizard.js';
import { DEPOSIT, LEASE, VARIOUS } from './lease-screens.js';
import { SHARER_FIELDS, TENANT_FIELDS } from './party-fields.js';
import { ACCOUNT_FIELDS, BANK_FIELDS, LINE_FIELDS, lineName, partyName, PERIODICITIES } from './shared.js';

const FLAT_SHARES = ['FLAT_SHARE', 'FLAT_SHARE_SEVERAL'];
const isShared = ({ all }: Place): boolean => FLAT_SHARES.includes(textAt(all, 'kind'));

/** Manual, "Étape 3": housing by default, flat-sharing, commercial; and the kinds that the law knows. */
const LEASE_KINDS: readonly Option[] = [
  ['UNFURNISHED', 'Habitation – location nue'],
  ['FURNISHED', 'Habitation – meublé'],
  ['STUDENT', 'Habitation – meublé étudiant (9 mois)'],
  ['MOBILITY', 'Habitation – bail mobilité'],
  ['FLAT_SHARE', 'Colocation – un contrat pour tous'],
  ['FLAT_SHARE_SEVERAL', 'Colocation – un contrat par colocataire'],
  ['COMMERCIAL', 'Commercial'],
  ['CIVIL', 'Civil (parking, cave)'],
];

/** Of a sharer, or of a tenant alone. */
export const AID_FIELDS: readonly Field[] = [
  {
    kind: 'choice',
    path: 'aid.kind',
    label: 'Aide au logement',
    options: [
      ['APL', 'APL'],
      ['AL', 'AL'],
    ],
  },
  ...(
    [
      {
        kind: 'choice',
        path: 'aid.fund',
        label: 'Caisse',
        must: true,
        options: [
          ['CAF', 'CAF'],
          ['MSA', 'MSA'],
        ],
      },
      { kind: 'text', path: 'aid.fundCode', label: 'Code organisme', max: 3, help: 'Trois chiffres.' },
      { kind: 'text', path: 'aid.beneficiaryNumber', label: 'N° allocataire', max: 20 },
      { kind: 'money', path: 'aid.amountCents', label: 'Montant de l’aide' },
      {
        kind: 'choice',
        path: 'aid.paidTo',
        label: 'Versée',
        must: true,
        options: [
          ['LANDLORD', 'Au bailleur (tiers payant)'],
          ['TENANT', 'Au locataire'],
        ],
      },
    ] satisfies Field[]
  ).map((field): Field => ({
    ...field,
    when: ({ here }) => {
      const aid = here['aid'] as Values | undefined;
      return aid?.['kind'] === 'APL' || aid?.['kind'] === 'AL';
    },
  })),
];

const PARTY: WizardScreen = {
  id: 'tenant',
  step: 'TENANT_PARTY',
  title: 'Le tiers locataire',
  short: 'Tiers locataire',
  hint: 'Choisissez un tiers existant ou créez-en un : son code se calcule d’après son identité.',
  sections: [
    {
      title: 'Identité',
      fields: [{ kind: 'party', path: 'party', label: 'Locataire', fields: TENANT_FIELDS }],
    },
  ],
};

const ACCOUNT: WizardScreen = {
  id: 'tenant-account',
  step: 'TENANT_ACCOUNT',
  title: 'Le compte locataire et le type de bail',
  short: 'Compte, type de bail',
  sections: [
    {
      title: 'Type de bail',
      fields: [
        {
          kind: 'choice',
          path: 'kind',
          label: 'Type de bail',
          must: true,
          double: true,
          options: LEASE_KINDS,
        },
        { kind: 'flag', path: 'furnished', label: 'Colocation meublée', when: isShared },
      ],
    },
    { title: 'Compte', fields: ACCOUNT_FIELDS },
    {
      title: 'Colocataires',
      when: isShared,
      hint: 'L’aide au logement se renseigne pour chacun ; elle est cumulée sur le locataire à l’étape suivante.',
      fields: [
        {
          kind: 'rows',
          path: 'sharers',
          label: 'Colocataires',
          add: 'Ajouter un colocataire',
          must: true,
          maximum: 20,
          item: ({ party }, index) => partyName(party) || `Colocataire ${index + 1}`,
          fresh: () => ({ party: { kind: 'PERSON' } }),
          fields: [
            { kind: 'day', path: 'enteredOn', label: 'Entré(e) en colocation le', must: true },
            { kind: 'percent', path: 'share', label: 'Part du loyer' },
            { kind: 'code', path: 'accountNumber', label: 'Numéro de compte' },
            ...AID_FIELDS,
            { kind: 'party', path: 'party', label: 'Colocataire', fields: SHARER_FIELDS },
          ],
        },
      ],
    },
  ],
};

const isDebited = ({ here }: Place): boolean => {
  const debit = here['debit'] as Values | undefined;
  const basis = debit?.['basis'];
  return basis !== undefined && basis !== '' && basis !== 'NONE';
};

const RENT_CALL: WizardScreen = {
  id: 'rent-call',
  step: 'RENT_CALL',
  title: 'Le locataire : quittancement',
  short: 'Locataire',
  sections: [
    {
      title: 'Quittancement',
      fields: [
        { kind: 'day', path: 'from', label: 'Début du quittancement', must: true },
        {
          kind: 'choice',
          path: 'periodicity',
          label: 'Périodicité',
          must: true,
          options: PERIODICITIES.slice(0, 2),
        },
        {
          kind: 'choice',
          path: 'timing',
          label: 'Terme',
          options: [
            ['IN_ADVANCE', 'À échoir (d’avance)'],
            ['IN_ARREARS', 'Échu'],
          ],
        },
        {
          kind: 'choice',
          path: 'proRata',
          label: 'Prorata du premier mois',
          options: [
            ['ACTUAL_DAYS', 'Jours réels du mois'],
            ['THIRTY_360', 'Mois de 30 jours (30/360)'],
            ['TWELFTHS_365', 'Année de 365 jours (365/12)'],
          ],
        },
        {
          kind: 'rows',
          path: 'permanentLines',
          label: 'Quittancement permanent',
          add: 'Ajouter une ligne permanente',
          must: true,
          maximum: 30,
          item: lineName,
          fields: LINE_FIELDS(),
        },
        {
          kind: 'rows',
          path: 'temporaryLines',
          label: 'Quittancement provisoire',
          add: 'Ajouter une ligne provisoire',
          maximum: 30,
          item: ({ line }, index) => lineName((line ?? {}) as Values, index),
          fields: [
            ...LINE_FIELDS('line.'),
            { kind: 'day', path: 'from', label: 'Du', must: true },
            { kind: 'day', path: 'to', label: 'Au', must: true },
          ],
        },
      ],
    },
    {
      title: 'APL ou AL',
      hint: 'Dans une colocation, l’aide est la somme de celles des colocataires.',
      fields: AID_FIELDS,
    },
    {
      title: 'Prélèvement',
      fields: [
        {
          kind: 'choice',
          path: 'debit.basis',
          label: 'Prélevé sur',
          double: true,
          options: [
            ['NONE', 'Pas de prélèvement'],
            ['BALANCE', 'Le solde'],
            ['LAST_CALL', 'La dernière quittance'],
            ['LAST_CALL_LESS_AID', 'La dernière quittance, APL déduite'],
          ],
        },
        ...(
          [
            { kind: 'whole', path: 'debit.day', label: 'Jour du mois', max: 2, must: true },
            ...BANK_FIELDS('debit.bank', true),
            {
              kind: 'code',
              path: 'debit.mandateReference',
              label: 'Référence unique de mandat (RUM)',
              must: true,
            },
            { kind: 'text', path: 'debit.creditorId', label: 'ICS du créancier', max: 35 },
            { kind: 'day', path: 'debit.signedOn', label: 'Mandat SEPA signé le', must: true },
            { kind: 'flag', path: 'debit.oneOff', label: 'Prélèvement ponctuel' },
          ] satisfies Field[]
        ).map((field): Field => ({ ...field, when: isDebited })),
      ],
    },
  ],
};

/** Manual, "Nouveau locataire", steps 2 to 7; the first is the choice of the units. */
export const TENANT_SCREENS: readonly WizardScreen[] = [PARTY, ACCOUNT, RENT_CALL, LEASE, DEPOSIT, VARIOUS];
