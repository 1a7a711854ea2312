import type { FieldFault } from '../values/fault.js';
import { transliterate } from '../values/transliterate.js';
import type { LayoutField } from './layout.js';

export type Value = string | number | boolean | undefined;
export type Values = Readonly<Record<string, Value>>;

const SPACE = 0x20;
const ZERO = 0x30;
const DASH = 0x2d;
const COLON = 0x3a;
const CR = 13;
const LF = 10;
const MAX_INT32 = 2 ** 31 - 1;

type Report = (fault: FieldFault) => void;
type Put = (target: Uint8Array, at: number, value: Value, report: Report) => void;

/** Writes records of one kind as bytes: driven by the layout, one byte a character, CR LF after each. */
export class RecordWriter {
  /** A record with all that never changes: fillers, padding, constants. */
  private readonly blank: Uint8Array;
  private readonly fields: readonly { at: number; source: string; put: Put }[];

  constructor(
    fields: readonly LayoutField[],
    readonly recordLength: number,
    /** Values that are the same in every record: written once. */
    constants: Values = {},
  ) {
    this.blank = new Uint8Array(recordLength + 2).fill(SPACE);
    this.blank[recordLength] = CR;
    this.blank[recordLength + 1] = LF;
    for (const field of fields) {
      const end = field.start - 1 + field.len;
      if (field.source !== '' && field.pad === 'zeros-left') this.blank.fill(ZERO, field.start - 1, end);
      if (field.source.startsWith('='))
        putter({ ...field, format: 'verbatim' })(
          this.blank,
          field.start - 1,
          field.source.slice(1),
          () => undefined,
        );
    }
    const isWritten = (field: LayoutField): boolean => {
      if (!(field.source in constants)) return false;
      let isFit = true;
      const report = (): void => void (isFit = false);
      putter(field)(this.blank, field.start - 1, constants[field.source], report);
      return isFit;
    };
    this.fields = fields
      .filter(({ source }) => source !== '' && !source.startsWith('='))
      .filter((field) => !isWritten(field))
      .map((field) => ({ at: field.start - 1, source: field.source, put: putter(field) }));
  }

  /** Bytes of a record with its line end. */
  get size(): number {
    return this.blank.length;
  }

  /** Writes the record at `offset`; what does not fit is reported and left as padding. */
  write(target: Uint8Array, offset: number, values: Values, lineNumber: number, report: Report): void {
    target.set(this.blank, offset);
    for (const { at, source, put } of this.fields) {
      put(target, offset + at, source === 'lineNumber' ? lineNumber : values[source], report);
    }
  }
}

function putter(field: LayoutField): Put {
  switch (field.format) {
    case 'number':
      return (target, at, value, report) => putNumber(field, target, at, value, report);
    case 'yes-no':
      return (target, at, value) => {
        target[at] = value === true ? 0x4f : 0x4e;
      };
    case 'date':
    case 'month':
    case 'time':
      return (target, at, value, report) => putDigits(field, target, at, value, report);
    case 'verbatim':
    case 'upper':
    case 'name':
      return (target, at, value, report) => putText(field, target, at, value, report);
    default:
      return field.format satisfies never;
  }
}

function putNumber(field: LayoutField, target: Uint8Array, at: number, value: Value, report: Report): void {
  if (typeof value !== 'number') {
    putDigits(field, target, at, value, report);
    return;
  }
  if (!Number.isSafeInteger(value)) return report(fault(field, 'NOT_A_NUMBER', value));
  if (value < 0) return report(fault(field, 'NEGATIVE', value));
  // The zeros before the number stand in the blank record already.
  const isPadded = field.pad === 'zeros-left';
  let rest = value;
  for (let index = at + field.len - 1; index >= at && (rest > 0 || !isPadded); index -= 1) {
    // Whole numbers of 32 bits are divided several times as fast.
    const tens = rest <= MAX_INT32 ? (rest / 10) | 0 : Math.floor(rest / 10);
    target[index] = ZERO + (rest - tens * 10);
    rest = tens;
  }
  if (rest > 0) report(fault(field, 'TOO_LARGE', value));
}

/** A number given as text (075), or a date of which only the digits count. */
function putDigits(field: LayoutField, target: Uint8Array, at: number, value: Value, report: Report): void {
  const text = value === undefined ? '' : String(value);
  if (text === '') {
    if (field.required) report(fault(field, 'MISSING', ''));
    return;
  }
  if (field.format !== 'number') return putDate(field, target, at, text, report);
  if (!/^\d+$/.test(text)) return report(fault(field, 'NOT_A_NUMBER', text));
  if (text.length > field.len) return report(fault(field, 'TOO_LARGE', text));
  putAscii(target, at + field.len - text.length, text, text.length);
}

/** As many digits as the field has: a day gives a month as well. */
function putDate(field: LayoutField, target: Uint8Array, at: number, text: string, report: Report): void {
  let written = 0;
  for (let index = 0; index < text.length && written < field.len; index += 1) {
    const code = text.charCodeAt(index);
    if (code === DASH || code === COLON) continue;
    if (code < ZERO || code > ZERO + 9) return report(fault(field, 'NOT_A_NUMBER', text));
    target[at + written] = code;
    written += 1;
  }
  if (written < field.len) report(fault(field, 'NOT_A_NUMBER', text));
}

function putText(field: LayoutField, target: Uint8Array, at: number, value: Value, report: Report): void {
  const given = value === undefined ? '' : String(value);
  if (field.format !== 'verbatim' || field.pad !== 'spaces-right')
    return putSlowText(field, target, at, given, report);
  if (given.length > field.len || !isAscii(given)) return putSlowText(field, target, at, given, report);
  if (given === '' && field.required) return report(fault(field, 'MISSING', ''));
  putAscii(target, at, given, given.length);
}

function putSlowText(
  field: LayoutField,
  target: Uint8Array,
  at: number,
  given: string,
  report: Report,
): void {
  let text = given;
  if (field.format !== 'verbatim') {
    const written = isPlainUpper(given) ? { text: given, unmappable: [] } : transliterate(given);
    if (written.unmappable.length > 0) return report(fault(field, 'NOT_WRITABLE', given));
    text = trimmed(written.text);
  } else if (!isAscii(given)) return report(fault(field, 'NOT_WRITABLE', given));
  if (text === '') {
    if (field.required) report(fault(field, 'MISSING', ''));
    return;
  }
  if (text.length > field.len) {
    // Names alone are cut. What is not indispensable is left out rather than made into another text.
    if (field.format === 'name') text = text.slice(0, field.len).trimEnd();
    else if (field.required || field.pad === 'zeros-left') return report(fault(field, 'TOO_LONG', given));
    else return;
  }
  putAscii(target, field.pad === 'zeros-left' ? at + field.len - text.length : at, text, text.length);
}

function putAscii(target: Uint8Array, at: number, text: string, length: number): void {
  for (let index = 0; index < length; index += 1) target[at + index] = text.charCodeAt(index);
}

const trimmed = (text: string): string =>
  text.startsWith(' ') || text.endsWith(' ') || text.includes('  ')
    ? text.trim().replaceAll(/ +/g, ' ')
    : text;

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > 0x7e) return false;
  }
  return true;
}

function isPlainUpper(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > 0x7e || (code >= 0x61 && code <= 0x7a)) return false;
  }
  return true;
}

const SHOWN = 60;

const fault = (field: LayoutField, code: FieldFault['code'], value: string | number): FieldFault => ({
  code,
  field: field.name,
  value: String(value).slice(0, SHOWN),
  limit: field.len,
});
