import { FIELD_FAULTS } from '../fr/forms.js';
import { formatTypedPhone, splitList } from '../../lib/phones.js';
import type { LineKind } from './field.js';

/** How one kind of line is written for people, and read back for the contract. */
interface Line {
  /** What the form shows of the contract's value. */
  write: (value: unknown) => string;
  /** Undefined when it cannot be read; the text then stays as it is, and is kept with the draft. */
  read: (text: string) => unknown;
  /** What nothing typed is to the contract. */
  empty: unknown;
  fault: string;
  placeholder?: string;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
}

const text: Line = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (typed) => typed.trim(),
  empty: '',
  fault: FIELD_FAULTS.text,
};

const list = (write: (item: string) => string = (item) => item): Pick<Line, 'write' | 'read' | 'empty'> => ({
  write: (value) => (Array.isArray(value) ? value.map((item) => write(String(item))).join('; ') : ''),
  read: splitList,
  empty: [],
});

export const LINES: Readonly<Record<LineKind, Line>> = {
  text,
  day: {
    write: (value) => writeDay(text.write(value)),
    read: readDay,
    empty: '',
    fault: FIELD_FAULTS.day,
    placeholder: FIELD_FAULTS.dayHint,
    inputMode: 'numeric',
  },
  money: {
    write: (value) => writeHundredths(value, 2),
    read: (typed) => readHundredths(typed, MOST_CENTS),
    empty: 0,
    fault: FIELD_FAULTS.money,
    inputMode: 'decimal',
  },
  percent: {
    write: (value) => writeHundredths(value, 0),
    read: (typed) => readHundredths(typed, 10_000),
    empty: 0,
    fault: FIELD_FAULTS.percent,
    inputMode: 'decimal',
  },
  hundredths: {
    write: (value) => writeHundredths(value, 0),
    read: (typed) => readHundredths(typed, 10_000_000),
    empty: 0,
    fault: FIELD_FAULTS.number,
    inputMode: 'decimal',
  },
  whole: {
    write: (value) => (typeof value === 'number' && value !== 0 ? String(value) : ''),
    read: readWhole,
    empty: 0,
    fault: FIELD_FAULTS.whole,
    inputMode: 'numeric',
  },
  iban: {
    write: (value) => text.write(value).replace(/(.{4})(?=.)/g, '$1 '),
    read: (typed) => typed.replaceAll(/\s/g, '').toUpperCase(),
    empty: '',
    fault: FIELD_FAULTS.text,
  },
  mails: { ...list(), fault: FIELD_FAULTS.text, inputMode: 'email' },
  phones: { ...list(formatTypedPhone), fault: FIELD_FAULTS.text, inputMode: 'tel' },
  words: { ...list(), fault: FIELD_FAULTS.text },
};

/** 20 million euros, which the contract still holds: beyond it somebody leaned on a key. */
const MOST_CENTS = 2_000_000_000;

const FRENCH_DAY = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const COMPACT_DAY = /^(\d{2})(\d{2})(\d{4})$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** "2026-03-05" of "05/03/2026", "5.3.26", "05032026"; undefined for what is no day of the calendar. */
export function readDay(typed: string): string | undefined {
  const compact = typed.trim();
  if (ISO_DAY.test(compact)) return isRealDay(compact) ? compact : undefined;
  const [, day = '', month = '', year = ''] = FRENCH_DAY.exec(compact) ?? COMPACT_DAY.exec(compact) ?? [];
  if (day === '') return undefined;
  const written = `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(written) ? written : undefined;
}

export function writeDay(iso: string): string {
  const [, year, month, day] = ISO_DAY.exec(iso.slice(0, 10)) ?? [];
  return day === undefined ? '' : `${day}/${month}/${year}`;
}

/** "85" is of people born then, "26" of contracts. */
function century(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 50 ? `19${year}` : `20${year}`;
}

/** `Date` would make 3 March of 31 February. */
function isRealDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}

/** Of "1 234,5", "80 €", "7,5 %": hundredths. */
function readHundredths(typed: string, most: number): number | undefined {
  const compact = typed.replaceAll(/[\s€%]/g, '').replace(',', '.');
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(compact) ?? [];
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return hundredths <= most ? hundredths : undefined;
}

/** Zero is what nobody typed. */
function writeHundredths(value: unknown, decimals: number): string {
  const hundredths = Number(value ?? 0);
  if (!hundredths) return '';
  return new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 2,
  }).format(hundredths / 100);
}

function readWhole(typed: string): number | undefined {
  const compact = typed.replaceAll(/\s/g, '');
  return /^\d{1,9}$/.test(compact) ? Number(compact) : undefined;
}
