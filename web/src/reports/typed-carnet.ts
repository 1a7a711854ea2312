import type { CarnetChapter, CarnetEntry } from '../api/types.js';
import { parseCents } from '../lib/money.js';
import { readDay, writeDay } from '../lib/typed-day.js';
import { CARNET } from './fr.js';

/** A line as it is typed. */
export interface TypedEntry {
  readonly id: number;
  readonly chapter: CarnetChapter;
  readonly subject: string;
  readonly company: string;
  readonly reference: string;
  readonly year: string;
  readonly expiresOn: string;
  readonly amount: string;
}

export type TypedField = Exclude<keyof TypedEntry, 'id' | 'chapter'>;

export const typedOf = (entry: CarnetEntry, id: number): TypedEntry => ({
  ...{
    id,
    chapter: entry.chapter,
    subject: entry.subject,
    company: entry.company,
    reference: entry.reference,
  },
  year: entry.year ? String(entry.year) : '',
  expiresOn: writeDay(entry.expiresOn),
  amount: entry.amountCents ? (entry.amountCents / 100).toFixed(2).replace('.', ',') : '',
});

const YEAR = /^\d{4}$/;

/** What is wrong with a line, by field. */
export function faultsOfEntry({
  subject,
  year,
  expiresOn,
  amount,
}: TypedEntry): Partial<Record<TypedField, string>> {
  return {
    ...(subject.trim() === '' && { subject: CARNET.required }),
    ...(year.trim() !== '' && !YEAR.test(year.trim()) && { year: CARNET.notAYear }),
    ...(expiresOn.trim() !== '' && !readDay(expiresOn) && { expiresOn: CARNET.notADay }),
    ...(amount.trim() !== '' && parseCents(amount) === undefined && { amount: CARNET.notAnAmount }),
  };
}

export const entryOf = (typed: TypedEntry): CarnetEntry => ({
  chapter: typed.chapter,
  ...{ subject: typed.subject.trim(), company: typed.company.trim(), reference: typed.reference.trim() },
  year: Number(typed.year.trim() || 0),
  expiresOn: readDay(typed.expiresOn) ?? '',
  amountCents: parseCents(typed.amount) ?? 0,
});
