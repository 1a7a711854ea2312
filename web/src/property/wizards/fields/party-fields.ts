import type { Field, Option, Place } from '../../forms/field.js';
import { textAt } from '../../forms/field.js';

const isPerson = ({ here }: Place): boolean => here['kind'] !== 'COMPANY';
const isCompany = ({ here }: Place): boolean => here['kind'] === 'COMPANY';

const PERSON_GENDERS: readonly Option[] = [
  ['MR', 'M.'],
  ['MRS', 'Mme'],
  ['COUPLE', 'M. et Mme'],
  ['UNDIVIDED', 'Indivision'],
];
const COMPANY_GENDERS: readonly Option[] = [['COMPANY', 'Société']];

const CHANNELS: readonly Option[] = [
  ['MAIL', 'E-mail'],
  ['SMS', 'SMS'],
  ['PHONE', 'Téléphone'],
  ['POST', 'Courrier'],
];

const IDENTITY: readonly Field[] = [
  {
    kind: 'choice',
    path: 'kind',
    label: 'Nature',
    must: true,
    segmented: true,
    wide: true,
    options: [
      ['PERSON', 'Personne physique'],
      ['COMPANY', 'Société ou autre personne morale'],
    ],
  },
  {
    kind: 'choice',
    path: 'gender',
    label: 'Genre',
    help: 'Le correspondant est créé d’après le genre.',
    options: ({ here }) => (here['kind'] === 'COMPANY' ? COMPANY_GENDERS : PERSON_GENDERS),
  },
  { kind: 'text', path: 'name', label: 'Nom', must: true, max: 120, when: isPerson },
  { kind: 'text', path: 'firstName', label: 'Prénom', max: 80, when: isPerson },
  { kind: 'text', path: 'name', label: 'Raison sociale', must: true, max: 120, when: isCompany },
  {
    kind: 'text',
    path: 'legalForm',
    label: 'Forme juridique',
    max: 40,
    when: isCompany,
    help: 'SCI, SARL, SAS…',
  },
  { kind: 'text', path: 'siret', label: 'SIREN ou SIRET', max: 20, when: isCompany },
  {
    kind: 'flag',
    path: 'familySci',
    label: 'SCI familiale (parents et alliés jusqu’au quatrième degré)',
    when: isCompany,
  },
  { kind: 'day', path: 'bornOn', label: 'Né(e) le', when: isPerson },
  { kind: 'text', path: 'bornAt', label: 'Né(e) à', max: 80, when: isPerson },
  { kind: 'code', path: 'code', label: 'Code tiers' },
];

/** Of somebody known it may be missing: LSC has it, or nobody has. */
const isNewParty = ({ here }: Place): boolean => textAt(here, 'partyId') === '';

export function addressFields(prefix: string, isMust: boolean): readonly Field[] {
  const must = isMust && isNewParty;
  return [
    { kind: 'text', path: `${prefix}.line1`, label: 'Adresse', must, max: 120, wide: true },
    { kind: 'text', path: `${prefix}.line2`, label: 'Complément d’adresse', max: 120 },
    { kind: 'text', path: `${prefix}.postalCode`, label: 'Code postal', must, max: 10 },
    { kind: 'text', path: `${prefix}.city`, label: 'Ville', must, max: 80 },
    {
      kind: 'text',
      path: `${prefix}.country`,
      label: 'Pays',
      max: 2,
      help: 'Code de deux lettres ; vide pour la France.',
    },
  ];
}

const CONTACT: readonly Field[] = [
  { kind: 'text', path: 'phone', label: 'Téléphone', max: 30 },
  {
    kind: 'phones',
    path: 'mobiles',
    label: 'Portables (GSM)',
    max: 120,
    help: 'Complète la fiche du correspondant. Plusieurs : séparez-les par « ; ».',
  },
  { kind: 'mails', path: 'mails', label: 'E-mails', max: 250, help: 'Plusieurs : séparez-les par « ; ».' },
  { kind: 'choice', path: 'channel', label: 'Moyen de contact préféré', options: CHANNELS },
];

const DOCUMENTS: Field = {
  kind: 'documents',
  path: 'documents',
  label: 'Documents du tiers',
  maximum: 10,
  help: 'Conservés dans sa future fiche : pièce d’identité, extrait Kbis…',
};

const SITUATION: readonly Field[] = [
  { kind: 'text', path: 'profession', label: 'Profession', max: 80 },
  { kind: 'money', path: 'incomeCents', label: 'Revenus mensuels' },
  { kind: 'text', path: 'employer', label: 'Employeur', max: 120 },
  { kind: 'flag', path: 'studentOrApprentice', label: 'Étudiant ou apprenti', when: isPerson },
];

/** Mandate, step 1. */
export const OWNER_FIELDS: readonly Field[] = [
  ...IDENTITY,
  ...addressFields('address', true),
  ...CONTACT,
  DOCUMENTS,
];

/** Joint owners: who they are and where they are written to. */
export const JOINT_OWNER_FIELDS: readonly Field[] = [
  ...IDENTITY,
  ...addressFields('address', true),
  ...CONTACT,
];

/** Tenant, step 2: as the owner, with what a landlord wants to know. */
export const TENANT_FIELDS: readonly Field[] = [
  ...IDENTITY,
  ...addressFields('address', false),
  ...CONTACT,
  ...SITUATION,
  ...addressFields('previousAddress', false).map((field, index) =>
    index === 0
      ? { ...field, label: 'Adresse précédente' }
      : { ...field, label: `${field.label} (précédente)` },
  ),
  DOCUMENTS,
];

export const SHARER_FIELDS: readonly Field[] = [...IDENTITY, ...CONTACT, ...SITUATION];

export const GUARANTOR_FIELDS: readonly Field[] = [
  ...IDENTITY,
  ...addressFields('address', false),
  ...CONTACT,
  { kind: 'text', path: 'profession', label: 'Profession', max: 80 },
  { kind: 'money', path: 'incomeCents', label: 'Revenus mensuels' },
];
