import type { RecordSpans } from '../layout/record-spans.js';
import type { Month } from '../values/day.js';
import { StatementRefused } from '../values/errors.js';
import type { RawLine, Span } from './raw-line.js';

export interface StatementLine {
  /** In the file, from 1. */
  number: number;
  block: number;
  aidType: 'APL' | 'AL' | '';
  /** The tenant's unique number, as it stands. */
  reference: string;
  allocataire: string;
  lastName: string;
  firstName: string;
  month: Month;
  amountCents: number;
  withheldCents: number;
}

const AID_TYPES: Readonly<Record<string, 'APL' | 'AL'>> = { '900': 'APL', '999': 'AL' };

/** A payment in a statement, as its line says it: sums and months are read at once, names when they are asked for. */
export class DetailRecord {
  amountCents = 0;
  withheldCents = 0;
  month: Month = '';
  /** Three characters: 900 is APL, 999 AL. */
  aidCode = '';
  block = 0;
  private raw!: RawLine;
  private readonly at;
  private readonly yearAndMonth = new Map<number, Month>();

  constructor(private readonly spans: RecordSpans) {
    this.at = {
      aidType: spans.of('aidType'),
      reference: spans.of('reference'),
      allocataire: spans.of('allocataire'),
      lastName: spans.of('lastName'),
      firstName: spans.of('firstName'),
      year: spans.of('year'),
      month: spans.of('month'),
      amount: spans.of('amount'),
      withheld: spans.of('withheld'),
    };
  }

  /** Whether no indispensable field is cut. */
  fits(line: RawLine): boolean {
    return line.length >= this.spans.shortest;
  }

  /** @throws StatementRefused FIELD_INVALID */
  view(line: RawLine, block: number): void {
    const { at } = this;
    this.raw = line;
    this.block = block;
    if (!isSame(line, at.aidType, this.aidCode)) this.aidCode = line.textOf(at.aidType);
    this.month = this.monthOf(line);
    this.amountCents = centsOf(line, 'amount', at.amount);
    this.withheldCents = centsOf(line, 'withheld', at.withheld);
  }

  /** What the line says, to be kept. */
  line(): StatementLine {
    const { raw, at } = this;
    return {
      number: raw.number,
      block: this.block,
      aidType: AID_TYPES[this.aidCode] ?? '',
      reference: raw.textOf(at.reference),
      allocataire: raw.textOf(at.allocataire).replace(/^0+/, ''),
      lastName: raw.textOf(at.lastName),
      firstName: raw.textOf(at.firstName),
      month: this.month,
      amountCents: this.amountCents,
      withheldCents: this.withheldCents,
    };
  }

  get isBytewise(): boolean {
    return this.raw.isBytewise;
  }

  /** What tells one statement from another, without a text made of it; the place after it. @see ContentDigest */
  putContent(target: Uint8Array, place: number): number {
    const { raw, at } = this;
    let next = putNumber(this.block, target, place);
    next = raw.putField(at.reference, target, bar(target, next));
    next = withoutZeros(target, bar(target, next), raw.putField(at.allocataire, target, next + 1));
    next = raw.putField(at.lastName, target, bar(target, next));
    next = bar(target, next);
    for (let index = 0; index < this.month.length; index += 1)
      target[next + index] = this.month.charCodeAt(index);
    next = putNumber(this.amountCents, target, bar(target, next + this.month.length));
    next = putNumber(this.withheldCents, target, bar(target, next));
    target[next] = LF;
    return next + 1;
  }

  private monthOf(line: RawLine): Month {
    const year = line.digitsOf(this.at.year);
    if (year < 0) throw invalid(line.number, 'year', line.textOf(this.at.year));
    const month = line.digitsOf(this.at.month);
    if (month < 1 || month > 12) throw invalid(line.number, 'month', line.textOf(this.at.month));
    const key = year * 100 + month;
    const known = this.yearAndMonth.get(key);
    if (known !== undefined) return known;
    // Two digits of the year, or four where a layout has them.
    const whole = year < 100 ? 2_000 + year : year;
    const made = `${String(whole)}-${String(month).padStart(2, '0')}`;
    this.yearAndMonth.set(key, made);
    return made;
  }
}

const BAR = 0x7c;
const ZERO = 0x30;
const MINUS = 0x2d;
const LF = 10;

function bar(target: Uint8Array, place: number): number {
  target[place] = BAR;
  return place + 1;
}

/** Takes the zeros off the front of what stands between the two places; the place after it. */
function withoutZeros(target: Uint8Array, from: number, to: number): number {
  let start = from;
  while (start < to && target[start] === ZERO) start += 1;
  target.copyWithin(from, start, to);
  return to - (start - from);
}

function putNumber(value: number, target: Uint8Array, place: number): number {
  let [rest, next] = [Math.abs(value), place];
  if (value < 0) {
    target[next] = MINUS;
    next += 1;
  }
  let digits = 1;
  for (let bound = 10; rest >= bound; bound *= 10) digits += 1;
  for (let at = next + digits - 1; at >= next; at -= 1) {
    const tens = Math.floor(rest / 10);
    target[at] = ZERO + (rest - tens * 10);
    rest = tens;
  }
  return next + digits;
}

function isSame(line: RawLine, { at, length }: Span, known: string): boolean {
  if (known.length !== length) return false;
  for (let index = 0; index < length; index += 1) {
    if (line.byteAt(at + index) !== known.charCodeAt(index)) return false;
  }
  return true;
}

/** Eleven digits; a recovery takes a minus in front. Blank is nothing. */
export function centsOf(line: RawLine, field: string, span: Span): number {
  const cents = line.numberOf(span);
  if (Number.isNaN(cents)) throw invalid(line.number, field, line.textOf(span));
  return cents;
}

export const invalid = (line: number, field: string, value: string) =>
  new StatementRefused('FIELD_INVALID', { line, field, value: value.slice(0, 40) });
