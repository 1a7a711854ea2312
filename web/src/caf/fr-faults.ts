import { euros } from './parts/words.js';

/** What stops a file, said so that a person finds and corrects it. */
const FIELDS: Readonly<Record<string, string>> = {
  companyName: 'Raison sociale',
  siret: 'SIRET',
  etablissement: 'Code établissement',
  guichet: 'Code guichet',
  compte: 'Numéro de compte',
  cleRib: 'Clé RIB',
  iban: 'IBAN',
  stationId: 'Poste technique',
  organismes: 'Organismes',
  uniqueNumber: 'Numéro unique CAF',
  allocataire: 'Numéro d’allocataire',
  lastName: 'Nom',
  firstName: 'Prénom',
  entryDate: 'Date d’entrée',
  account: 'Compte',
  postcode: 'Code postal',
  rentShare: 'Loyer',
  rentDwelling: 'Loyer du logement',
  charges: 'Charges',
  debt: 'Dette',
  rent: 'Loyer',
  aid: 'Aide mensuelle',
  threshold: 'Seuil',
  total1: 'Total du fichier',
  total2: 'Total des charges',
  balance: 'Solde',
  codeBailleur: 'Code bailleur',
};

export const fieldName = (field: string): string => FIELDS[field.split('.').at(-1) ?? field] ?? field;

const AMOUNTS: ReadonlySet<string> = new Set([
  ...['rentShare', 'rentDwelling', 'rent', 'charges', 'debt', 'aid', 'threshold', 'balance'],
  ...['total1', 'total2'],
]);

interface FaultFacts {
  code: string;
  field: string;
  value: string;
  limit: number;
}

/** An amount as a person writes it; a fault bears the cents of the record. */
const shown = (field: string, value: string): string =>
  AMOUNTS.has(field) && /^-?\d+$/.test(value) ? euros(value) : `« ${value} »`;

const FAULTS: Readonly<Record<string, (fault: FaultFacts) => string>> = {
  MISSING: ({ field }) => `${fieldName(field)} : manquant. Complétez la fiche du locataire.`,
  TOO_LONG: ({ field, value, limit }) =>
    `${fieldName(field)} : « ${value} » dépasse ${limit} caractères. Raccourcissez-le.`,
  NOT_WRITABLE: ({ field, value }) =>
    `${fieldName(field)} : « ${value} » ne peut pas s’écrire en lettres latines. Saisissez la forme du titre de séjour ou de la pièce d’identité.`,
  NOT_A_NUMBER: ({ field, value }) => `${fieldName(field)} : « ${value} » n’est pas un nombre. Corrigez-le.`,
  NEGATIVE: ({ field, value }) =>
    `${fieldName(field)} : ${shown(field, value)} est négatif. Vérifiez les lignes de quittancement.`,
  TOO_LARGE: ({ field, value, limit }) =>
    `${fieldName(field)} : ${shown(field, value)} est trop grand pour le fichier (${limit} chiffres). Vérifiez-le.`,
  ENTRY_DATE_MISSING: () =>
    'Ni date d’entrée en colocation, ni date de premier quittancement. Complétez l’une des deux dans la fiche de LSC, puis générez à nouveau.',
  SETTING_MISSING: ({ field }) => `${fieldName(field)} : à compléter dans les paramètres CAF de l’entité.`,
  SETTING_INVALID: ({ field }) =>
    `${fieldName(field)} : valeur incorrecte dans les paramètres CAF de l’entité.`,
  NO_RENT_LINE: () =>
    'Aucune ligne de quittancement ne fait le loyer en juillet. Vérifiez les codes fiscalité des paramètres, ou le quittancement.',
  FILE_NAME: ({ value }) =>
    `Un fichier « ${value} » a déjà été généré pour ce poste technique. Ajoutez {organisme} et {bailleur}, ou un texte propre à ce message, au nom du fichier dans les paramètres.`,
  FOLDER_MISSING: () =>
    'Aucun dossier d’émission : choisissez un poste technique dans les paramètres CAF de l’entité.',
};

export const faultText = (fault: FaultFacts): string => FAULTS[fault.code]?.(fault) ?? fault.code;
