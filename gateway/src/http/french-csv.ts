import type { Options } from 'csv-stringify';

/**
 * For French Excel: UTF-8 with its mark, semicolons, CRLF, and no cell that Excel would run as a formula. A lone line
 * feed in a text would begin a row for some readers: every text stands in quotes.
 */
export const FRENCH_CSV = {
  bom: true,
  delimiter: ';',
  record_delimiter: 'windows',
  escape_formulas: true,
  quoted_string: true,
} as const satisfies Options;
