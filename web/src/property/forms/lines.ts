import { FIELD_FAULTS } from '../fr/forms.js';
import { formatTypedPhone, splitList } from '../../lib/phones.js';
import { readDay, writeDay } from '../../lib/typed-day.js';
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
  // A reduction is below zero.
  signedMoney: {
    write: (value) => writeHundredths(value, 2),
    read: readSigned,
    empty: 0,
    fault: FIELD_FAULTS.signedMoney,
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

/** Of "1 234,5", "80 €", "7,5 %": hundredths. */
function readHundredths(typed: string, most: number): number | undefined {
  const compact = typed.replaceAll(/[\s€%]/g, '').replace(',', '.');
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(compact) ?? [];
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return hundredths <= most ? hundredths : undefined;
}

/** Also with the minus sign that numbers are written with here. */
function readSigned(typed: string): number | undefined {
  const [, minus, rest = ''] = /^\s*([-\u2212]?)(.*)$/u.exec(typed) ?? [];
  const cents = readHundredths(rest, MOST_CENTS);
  return cents === undefined || !minus ? cents : -cents;
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
