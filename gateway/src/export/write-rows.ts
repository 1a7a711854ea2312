import type { TicketRow } from '@intervia/contracts';
import type { Options } from 'csv-stringify';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { FRENCH_CSV } from '../http/french-csv.js';
import { COLUMNS } from './columns.js';

export type ExportFormat = 'csv' | 'txt';

const COMMON: Options = {
  ...FRENCH_CSV,
  header: true,
  columns: COLUMNS.map(([header]) => header),
  quoted: true,
  quoted_string: false,
  quoted_empty: false,
};

const FORMATS: Readonly<Record<ExportFormat, { options: Options; cell: (text: string) => string }>> = {
  csv: { options: COMMON, cell: (text) => text },
  // One line a ticket. Spreadsheets read quotes here too: one left bare at a beginning would swallow the lines after it.
  txt: {
    options: { ...COMMON, delimiter: '\t' },
    cell: (text) => text.replace(/\s+/g, ' ').trim(),
  },
};

/**
 * Rows → bytes, at the reader's pace: the next page is not asked for before the last one is on its way.
 * A failing page breaks the stream off, so that nobody takes a part for the whole.
 */
export function writeRows(pages: AsyncIterable<readonly TicketRow[]>, format: ExportFormat): Readable {
  const { options, cell } = FORMATS[format];
  return pipeline(Readable.from(records(pages, cell), { highWaterMark: 1 }), stringify(options), () => {
    // Told by the streams themselves.
  });
}

async function* records(
  pages: AsyncIterable<readonly TicketRow[]>,
  cell: (text: string) => string,
): AsyncGenerator<string[]> {
  for await (const rows of pages) {
    for (const row of rows) yield COLUMNS.map(([, read]) => cell(read(row)));
  }
}
