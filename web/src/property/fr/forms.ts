import { MOST_PER_FILE } from '../../fr/files.js';

/** What the fields of property say by themselves; what only the server can tell comes from it. */
export const FIELD_FAULTS = {
  text: 'Ce texte n’est pas lisible.',
  day: 'Cette date n’existe pas : écrivez-la jj/mm/aaaa, par exemple 05/03/2026.',
  dayHint: 'jj/mm/aaaa',
  signedMoney: 'Indiquez un montant en euros, par exemple 812,50 ; une remise s’écrit avec un moins.',
  money: 'Indiquez un montant positif en euros, par exemple 812,50.',
  percent: 'Indiquez un pourcentage entre 0 et 100, par exemple 7,5.',
  number: 'Indiquez un nombre positif, par exemple 45,3.',
  whole: 'Indiquez un nombre entier positif.',
  tooLong: (max: number) => `${max} caractères au plus.`,
  must: 'Cette information est indispensable : complétez-la.',
  inRow: (row: string, label: string) => `${row}, ${label}`,
  at: (where: string | undefined, text: string) => (where ? `${where} — ${text}` : text),
};

export const FORM = {
  none: '—',
  noRow: 'Aucun pour le moment.',
  source: (source: string) => `(${source})`,
  willBeComputed: 'Calculé automatiquement',
  typed: 'Saisi par vous.',
  takeBack: 'Reprendre le code calculé',
  searching: 'Recherche…',
  nothingFound: 'Rien de trouvé.',
  quarterHint: 'Par exemple T2 2025.',
};

export const DOCUMENTS = {
  limits: (most: number) =>
    `Photos, PDF, documents bureautiques : ${most} fichiers au plus, ${MOST_PER_FILE} chacun.`,
};

export const PARTY = {
  choice: (label: string) => `${label} : nouveau ou existant ?`,
  new: 'Nouveau tiers',
  existing: 'Tiers existant',
  search: 'Rechercher un tiers',
  searchHint: 'Nom, code ou e-mail…',
  known: 'Tiers existant : ses informations connues sont affichées, vous pouvez les compléter.',
  forget: 'En créer un nouveau',
};

export const BUILDING = {
  choice: 'Immeuble : nouveau ou existant ?',
  origins: {
    new: 'Nouvel immeuble',
    draft: 'Le même qu’un autre lot de ce mandat',
    existing: 'Immeuble existant',
  },
  ofDraft: 'Immeuble créé avec un autre lot',
  search: 'Rechercher un immeuble',
  searchHint: 'Nom, référence, adresse…',
};
