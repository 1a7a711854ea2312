import { shortDateTime } from '@intervia/french';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import type { PrintedEntry } from '../../application/ports/register-printer.js';
import { ANNOTATIONS, CSV_COLUMNS, day } from '../fr.js';

/** A spreadsheet would run what begins so. */
const FORMULA = /^[=+\-@\t\r]/u;
const cell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** As a French spreadsheet opens it: semicolons, a byte order mark, lines that end in CRLF. */
export function registerCsv(entries: AsyncIterable<PrintedEntry>): Readable {
  const writer = stringify({
    header: true,
    columns: CSV_COLUMNS.map((name) => ({ key: name, header: name })),
    delimiter: ';',
    bom: true,
    // A lone line feed in a text would begin a row for some readers: every text stands in quotes.
    quoted: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
  return Readable.from(rowsOf(entries))
    .on('error', (error) => writer.destroy(error))
    .pipe(writer);
}

async function* rowsOf(entries: AsyncIterable<PrintedEntry>): AsyncIterable<string[]> {
  for await (const { entry, annotations } of entries) {
    const { number, content, at, by, hash } = entry;
    const notes = annotations.map(
      (note) => `${ANNOTATIONS[note.content.kind]} (${day(note.content.on)}) : ${note.content.text}`,
    );
    yield [
      String(number),
      day(content.on),
      content.mandantName,
      content.mandantAddress,
      content.nature,
      content.places.join(' | '),
      content.remarks,
      notes.join(' | '),
      shortDateTime(at),
      by,
      hash,
    ].map(cell);
  }
}
