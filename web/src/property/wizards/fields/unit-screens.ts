import type { Field, Option } from '../../forms/field.js';
import type { WizardScreen } from '../plan/wizard.js';
import { addressFields } from './party-fields.js';
import { LINE_FIELDS, lineName } from './shared.js';

const CLASSES: readonly Option[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => [letter, letter]);

const BUILDING_FIELDS: readonly Field[] = [
  { kind: 'text', path: 'name', label: 'Nom de l’immeuble', max: 120, must: true },
  { kind: 'code', path: 'code', label: 'Code de l’immeuble', must: true },
  ...addressFields('address', true),
  { kind: 'whole', path: 'yearBuilt', label: 'Année de construction', max: 4 },
  { kind: 'whole', path: 'floors', label: 'Étages', max: 3 },
  { kind: 'flag', path: 'lift', label: 'Ascenseur' },
  {
    kind: 'choice',
    path: 'heating',
    label: 'Chauffage',
    options: [
      ['COLLECTIVE', 'Collectif'],
      ['INDIVIDUAL', 'Individuel'],
      ['NONE', 'Aucun'],
    ],
  },
  {
    kind: 'choice',
    path: 'energy',
    label: 'Énergie',
    options: [
      ['GAS', 'Gaz'],
      ['ELECTRICITY', 'Électricité'],
      ['OIL', 'Fioul'],
      ['WOOD', 'Bois'],
      ['DISTRICT', 'Réseau de chaleur'],
      ['OTHER', 'Autre'],
    ],
  },
  { kind: 'text', path: 'syndic', label: 'Syndic', max: 120 },
  { kind: 'text', path: 'insurance', label: 'Assurance de l’immeuble', max: 120 },
  { kind: 'text', path: 'digicode', label: 'Digicode', max: 20 },
  { kind: 'text', path: 'caretaker', label: 'Gardien', max: 120 },
  { kind: 'documents', path: 'documents', label: 'Documents de l’immeuble', maximum: 10 },
];

const BUILDING: WizardScreen = {
  id: 'building',
  step: 'UNIT',
  title: 'L’immeuble',
  short: 'Immeuble',
  sections: [
    {
      title: 'Immeuble',
      fields: [{ kind: 'building', path: 'building', label: 'Immeuble', fields: BUILDING_FIELDS }],
    },
  ],
};

const CODES: readonly Field[] = [
  { kind: 'text', path: 'rcpNumber', label: 'N° RCP', max: 20, help: 'Du règlement de copropriété.' },
  { kind: 'text', path: 'planNumber', label: 'N° PLAN', max: 20 },
  { kind: 'code', path: 'physicalCode', label: 'Code physique', must: true },
  { kind: 'code', path: 'managementCode', label: 'Code gestion', must: true },
];

const DESCRIPTION: readonly Field[] = [
  {
    kind: 'choice',
    path: 'kind',
    label: 'Nature',
    options: [
      ['FLAT', 'Appartement'],
      ['HOUSE', 'Maison'],
      ['PARKING', 'Parking'],
      ['CELLAR', 'Cave'],
      ['COMMERCIAL', 'Local commercial'],
      ['OTHER', 'Autre'],
    ],
  },
  { kind: 'text', path: 'staircase', label: 'Escalier', max: 20 },
  { kind: 'text', path: 'floor', label: 'Étage', max: 20 },
  { kind: 'text', path: 'door', label: 'Porte', max: 20 },
];

const SURFACES: readonly Field[] = [
  { kind: 'hundredths', path: 'habitableSurface', label: 'Surface habitable', unit: 'm²' },
  { kind: 'hundredths', path: 'carrezSurface', label: 'Surface Carrez', unit: 'm²' },
  { kind: 'whole', path: 'rooms', label: 'Pièces', max: 3 },
  { kind: 'whole', path: 'bedrooms', label: 'Chambres', max: 3 },
  { kind: 'flag', path: 'furnished', label: 'Meublé', wide: true },
  {
    kind: 'words',
    path: 'equipment',
    label: 'Équipements',
    max: 500,
    help: 'Séparez-les par une virgule.',
    wide: true,
  },
  { kind: 'words', path: 'annexes', label: 'Annexes', max: 500, help: 'Cave, balcon, jardin…', wide: true },
  {
    kind: 'text',
    path: 'taxIdentifier',
    label: 'Identifiant fiscal du logement',
    max: 20,
    help: '12 chiffres, dont les deux premiers sont le département.',
  },
];

const RENT: readonly Field[] = [
  {
    kind: 'rows',
    path: 'referenceLines',
    label: 'Loyer et charges de référence',
    add: 'Ajouter une ligne',
    help: 'Proposés au quittancement du locataire.',
    maximum: 20,
    item: lineName,
    fresh: ({ here }) =>
      Array.isArray(here['referenceLines']) && here['referenceLines'].length > 0
        ? { label: 'Provisions sur charges', fiscalCode: 'CHG', kind: 'CHARGES' }
        : { label: 'Loyer hors charges', fiscalCode: 'LOY', kind: 'RENT' },
    fields: LINE_FIELDS(),
  },
  { kind: 'money', path: 'depositCents', label: 'Dépôt de garantie' },
  { kind: 'money', path: 'lastRentCents', label: 'Dernier loyer' },
  { kind: 'day', path: 'lastDepartureOn', label: 'Dernier départ le' },
];

const ENERGY: readonly Field[] = [
  {
    kind: 'text',
    path: 'energy.number',
    label: 'N° DPE',
    max: 20,
    help: '13 caractères de l’observatoire de l’ADEME.',
  },
  { kind: 'day', path: 'energy.doneOn', label: 'DPE établi le' },
  { kind: 'choice', path: 'energy.energyClass', label: 'Classe énergie', options: CLASSES },
  { kind: 'choice', path: 'energy.gesClass', label: 'Classe GES', options: CLASSES },
  { kind: 'day', path: 'energy.attestationOn', label: 'Attestation ADEME du' },
  { kind: 'choice', path: 'energy.attestationClass', label: 'Classe de l’attestation', options: CLASSES },
  { kind: 'money', path: 'energy.yearlyCostFromCents', label: 'Coût annuel d’énergie, de' },
  { kind: 'money', path: 'energy.yearlyCostToCents', label: 'Coût annuel d’énergie, à' },
];

const DIAGNOSTICS: readonly Field[] = (
  [
    ['electricity', 'Électricité'],
    ['gas', 'Gaz'],
    ['lead', 'Plomb'],
    ['asbestos', 'Amiante'],
    ['risks', 'Risques (ERP)'],
  ] as const
).flatMap(([path, label]): Field[] => [
  { kind: 'day', path: `${path}.doneOn`, label: `${label} : établi le` },
  { kind: 'day', path: `${path}.expiresOn`, label: `${label} : expire le` },
]);

const KEYS: Field = {
  kind: 'words',
  path: 'keyNumbers',
  label: 'Numéros de clés',
  max: 200,
  help: 'Séparez-les par une virgule.',
};

const PHOTOS: Field = {
  kind: 'documents',
  path: 'documents',
  label: 'Documents et photos du lot',
  maximum: 20,
  photos: true,
};

const screen = (
  id: string,
  title: string,
  short: string,
  ...sections: WizardScreen['sections']
): WizardScreen => ({
  id,
  step: 'UNIT',
  title,
  short,
  sections: sections.map((section) => ({ path: 'unit', ...section })),
});

const IDENTITY = { title: 'Codes du lot', fields: CODES };
const SITUATION = { title: 'Situation', fields: DESCRIPTION };
const SIZE = { title: 'Surfaces et équipements', fields: SURFACES };
const LETTING = { title: 'Loyer de référence', fields: RENT };
const DPE = { title: 'Performance énergétique', fields: ENERGY };
const CHECKS = { title: 'Autres diagnostics', fields: DIAGNOSTICS };
const LAST = { title: 'Clés, documents et photos', fields: [KEYS, PHOTOS] };

/** Manual, "Étape 4 – Immeuble – Lot(s)": the first window is of the building, the three after it of the unit. */
export const MANDATE_UNIT_SCREENS: readonly WizardScreen[] = [
  BUILDING,
  screen('unit', 'Le lot', 'Lot', IDENTITY, SITUATION, SIZE),
  screen('letting', 'Le lot : loyer et diagnostics', 'Loyer, diagnostics', LETTING, DPE, CHECKS),
  screen('documents', 'Le lot : clés, documents et photos', 'Documents, photos', LAST),
];

/** Manual, "Nouveau lot": the first window is of the building, the five after it of the unit. */
export const UNIT_SCREENS: readonly WizardScreen[] = [
  BUILDING,
  screen('unit', 'Le lot', 'Lot', IDENTITY, SITUATION),
  screen('size', 'Le lot : surfaces et équipements', 'Surfaces', SIZE),
  screen('letting', 'Le lot : loyer de référence', 'Loyer', LETTING),
  screen('diagnostics', 'Le lot : diagnostics', 'Diagnostics', DPE, CHECKS),
  screen('documents', 'Le lot : clés, documents et photos', 'Documents, photos', LAST),
];
