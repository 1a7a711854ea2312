import { AppError } from '@intervia/rules';
import type { FieldError } from '@intervia/rules';
import { isDay } from '../measures/days.js';

/** Décret 2001-477, art. 2 to 4, in its order. */
export const CARNET_CHAPTERS = [
  'INSURANCE',
  'MAJOR_WORKS',
  'WORKS_INSURANCE',
  'MAINTENANCE',
  'DTG',
  'PLAN',
] as const;
export type CarnetChapter = (typeof CARNET_CHAPTERS)[number];

export interface CarnetEntry {
  readonly chapter: CarnetChapter;
  readonly subject: string;
  readonly company: string;
  readonly reference: string;
  /** Of works; 0: not said. */
  readonly year: number;
  /** Day on which a contract ends; empty: not said. */
  readonly expiresOn: string;
  readonly amountCents: number;
}

/** What is typed of a building, and kept for its next carnet. */
export interface Carnet {
  readonly agencyId: string;
  readonly buildingId: string;
  readonly entries: readonly CarnetEntry[];
  /** 0: nothing was typed yet. */
  readonly version: number;
}

/** Of a document that stays bounded. */
export const MOST_ENTRIES = 200;
const MOST_LETTERS = 300;
const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;

class InvalidCarnet extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_CARNET', 'invalid', {}, fields);
  }
}

/** @throws InvalidCarnet */
export function assertCarnet({ entries }: Carnet): void {
  const faults = entries.flatMap((entry, at) =>
    [...faultsOf(entry)].map(([field, code]) => fault(at, field, code)),
  );
  if (entries.length > MOST_ENTRIES) faults.push({ field: 'entries', code: 'TOO_MANY' });
  if (faults.length > 0) throw new InvalidCarnet(faults);
}

const fault = (at: number, field: string, code: string): FieldError => ({
  field: `entries.${at}.${field}`,
  code,
});

function* faultsOf({
  subject,
  company,
  reference,
  year,
  expiresOn,
}: CarnetEntry): Generator<[string, string]> {
  if (subject.trim() === '') yield ['subject', 'REQUIRED'];
  for (const [field, text] of Object.entries({ subject, company, reference }))
    if (text.length > MOST_LETTERS) yield [field, 'TOO_LONG'];
  if (year !== 0 && (year < FIRST_YEAR || year > LAST_YEAR)) yield ['year', 'INVALID'];
  if (expiresOn !== '' && !isDay(expiresOn)) yield ['expiresOn', 'INVALID'];
}
