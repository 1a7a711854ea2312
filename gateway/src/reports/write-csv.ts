import { stringify } from 'csv-stringify/sync';
import { FRENCH_CSV } from '../http/french-csv.js';
import type { Table } from './sheets.js';

/** Tables one below the other; decimal commas. A number is none of the texts that could run, with a minus either. */
export function writeCsv(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ title, columns, rows }) => [[title], columns, ...rows, []]);
  return stringify(lines, {
    ...FRENCH_CSV,
    cast: { number: (value) => ({ value: String(value).replace('.', ','), escape_formulas: false }) },
  });
}
