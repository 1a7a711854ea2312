/** Of the list, beside number and subject, which are always there; in their order. */
const COLUMN_WORDS = {
  type: 'type',
  status: 'statut',
  place: 'lieu',
  contractor: 'intervenant',
  next: 'echeance',
  manager: 'gestionnaire',
  modified: 'modifie',
  opened: 'ouvert',
  amount: 'montant',
} as const;

export type Column = keyof typeof COLUMN_WORDS;
export const COLUMNS = Object.keys(COLUMN_WORDS) as Column[];

/** What the address says of the chosen ones; nothing when all are shown, as far as the screen has room. */
export const writeColumns = (shown: readonly Column[]): string =>
  shown.length === COLUMNS.length
    ? ''
    : COLUMNS.filter((column) => shown.includes(column))
        .map((column) => COLUMN_WORDS[column])
        .join('.') || NONE;

/** Words that no release knows are passed over. */
export function readColumns(written: string): readonly Column[] {
  if (written === '') return COLUMNS;
  const words = written.split('.');
  return COLUMNS.filter((column) => words.includes(COLUMN_WORDS[column]));
}

/** No column is chosen at all. */
const NONE = 'aucune';
