import type { FiscalLine } from '../forms/mandate-forms.js';
import { LONGEST_NAME } from './inspector.js';
import type { Inspector } from './inspector.js';

const MOST_LINES = 30;

/** A reduction is a line below zero; rent and charges are not. */
export function checkLine(inspector: Inspector, line: FiscalLine): void {
  inspector.required('label', line.label);
  inspector.text('label', line.label, LONGEST_NAME);
  inspector.text('fiscalCode', line.fiscalCode, 20);
  inspector.amount(
    'amountCents',
    line.amountCents,
    line.kind === 'OTHER' || line.kind === '' ? -100_000_000 : 0,
  );
  inspector.range('vat', line.vat, 0, 10_000);
}

export function checkLines(inspector: Inspector, path: string, lines: readonly FiscalLine[]): void {
  inspector.rows(path, lines, MOST_LINES);
  lines
    .slice(0, MOST_LINES)
    .forEach((line, index) => checkLine(inspector.at(`${path}.${String(index)}`), line));
}
