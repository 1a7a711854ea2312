import { stringify } from 'csv-stringify/sync';
import type { Table } from './sheets.js';

/** Tables one below the other, for French Excel: UTF-8 with its mark, CRLF, decimal commas, no cell that it would run. */
export function writeCsv(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ title, columns, rows }) => [[title], columns, ...rows, []]);
  return stringify(lines, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
}
