import type { FaultCode } from '../values/fault.js';
import { asciiOf, transliterate } from '../values/transliterate.js';
import type { LayoutField } from './layout.js';

export type Value = string | number | boolean | undefined;
export type Values = Readonly<Record<string, Value>>;

/** Why a value does not fit its field. */
export type Misfit = Extract<
  FaultCode,
  'MISSING' | 'TOO_LONG' | 'NOT_WRITABLE' | 'NOT_A_NUMBER' | 'NEGATIVE' | 'TOO_LARGE'
>;

/** Puts a value into its place of a record, padding included. What does not fit is told, and only padding left there. */
export type Put = (record: Uint8Array, value: Value) => Misfit | undefined;

const SPACE = 0x20;
const TILDE = 0x7e;
const ZERO = 0x30;
const DASH = 0x2d;
const COLON = 0x3a;
const YES = 0x4f;
const NO = 0x4e;
const MAX_INT32 = 2 ** 31 - 1;

/** Where a field stands, counted from 0, and what is done with what is put there. */
interface Place {
  at: number;
  end: number;
  padding: number;
  field: LayoutField;
}

/** How the values of a field become its bytes. */
export function putterOf(field: LayoutField): Put {
  const at = field.start - 1;
  const padding = field.pad === 'zeros-left' ? ZERO : SPACE;
  const place: Place = { at, end: at + field.len, padding, field };
  switch (field.format) {
    case 'number':
      return (record, value) =>
        typeof value === 'number'
          ? putNumber(place, record, value)
          : putText(place, record, value, putDigits);
    case 'yes-no':
      return (record, value) => {
        record[at] = value === true ? YES : NO;
        return undefined;
      };
    case 'date':
    case 'month':
    case 'time':
      return (record, value) => putText(place, record, value, putDate);
    case 'verbatim':
      return (record, value) => putText(place, record, value, putVerbatim);
    case 'upper':
    case 'name':
      return (record, value) => putText(place, record, value, putUpper);
    default:
      return field.format satisfies never;
  }
}

type PutText = (place: Place, record: Uint8Array, text: string) => Misfit | undefined;

function putText(place: Place, record: Uint8Array, value: Value, put: PutText): Misfit | undefined {
  const text = typeof value === 'string' ? value : value === undefined ? '' : String(value);
  const misfit = text === '' && place.field.required ? 'MISSING' : put(place, record, text);
  if (misfit) pad(place, record, place.at);
  return misfit;
}

function putNumber(place: Place, record: Uint8Array, value: number): Misfit | undefined {
  let rest = value;
  if (Number.isSafeInteger(value) && value >= 0) {
    for (let index = place.end - 1; index >= place.at; index -= 1) {
      // Whole numbers of 32 bits are divided several times as fast.
      const tens = rest <= MAX_INT32 ? (rest / 10) | 0 : Math.floor(rest / 10);
      record[index] = ZERO + (rest - tens * 10);
      rest = tens;
    }
    if (rest === 0) return undefined;
  }
  pad(place, record, place.at);
  if (!Number.isSafeInteger(value)) return 'NOT_A_NUMBER';
  return value < 0 ? 'NEGATIVE' : 'TOO_LARGE';
}

/** A number given as text (075). */
function putDigits({ at, end, padding }: Place, record: Uint8Array, text: string): Misfit | undefined {
  if (text !== '' && !/^\d+$/.test(text)) return 'NOT_A_NUMBER';
  if (text.length > end - at) return 'TOO_LARGE';
  const from = end - text.length;
  record.fill(padding, at, from);
  for (let index = 0; index < text.length; index += 1) record[from + index] = text.charCodeAt(index);
  return undefined;
}

/** Digits of a day or an hour, as many as the field has: a day gives a month as well. */
function putDate(place: Place, record: Uint8Array, text: string): Misfit | undefined {
  let next = place.at;
  for (let index = 0; index < text.length && next < place.end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === DASH || code === COLON) continue;
    if (code < ZERO || code > ZERO + 9) return 'NOT_A_NUMBER';
    record[next] = code;
    next += 1;
  }
  if (text === '') pad(place, record, next);
  return text === '' || next === place.end ? undefined : 'NOT_A_NUMBER';
}

function putVerbatim(place: Place, record: Uint8Array, text: string): Misfit | undefined {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < SPACE || code > TILDE) return 'NOT_WRITABLE';
    if (place.at + index < place.end) record[place.at + index] = code;
  }
  return settle(place, record, text.length);
}

/** Upper-case ASCII, without spaces at the ends, with one between words. */
function putUpper(place: Place, record: Uint8Array, text: string): Misfit | undefined {
  const { at, end } = place;
  let next = at;
  let isApart = false;
  for (let index = 0; index < text.length; index += 1) {
    const byte = asciiOf(text.charCodeAt(index));
    if (byte === 0) return putTransliterated(place, record, text);
    if (byte === SPACE) {
      isApart = next > at;
      continue;
    }
    if (isApart) {
      if (next < end) record[next] = SPACE;
      next += 1;
      isApart = false;
    }
    if (next < end) record[next] = byte;
    next += 1;
  }
  return settle(place, record, next - at);
}

/** Characters that become none or several, or cannot be written. */
function putTransliterated(place: Place, record: Uint8Array, text: string): Misfit | undefined {
  const { text: plain, unmappable } = transliterate(text);
  return unmappable.length > 0 ? 'NOT_WRITABLE' : putUpper(place, record, plain);
}

/** Pads a text of that length, of which what the field holds stands at its beginning. */
function settle(place: Place, record: Uint8Array, length: number): Misfit | undefined {
  const { at, padding, field } = place;
  if (length === 0 && field.required) return 'MISSING';
  if (length > field.len) {
    // Names alone are cut. What is not indispensable is left out rather than made into another text.
    if (field.format === 'name') return undefined;
    if (field.required || padding === ZERO) return 'TOO_LONG';
    pad(place, record, at);
    return undefined;
  }
  if (padding === ZERO) moveRight(place, record, length);
  else pad(place, record, at + length);
  return undefined;
}

function moveRight({ at, end }: Place, record: Uint8Array, length: number): void {
  const shift = end - at - length;
  if (shift === 0) return;
  for (let index = end - 1; index >= at + shift; index -= 1) record[index] = record[index - shift] ?? ZERO;
  for (let index = at + shift - 1; index >= at; index -= 1) record[index] = ZERO;
}

function pad({ end, padding }: Place, record: Uint8Array, from: number): void {
  // Faster than `fill` for a few bytes.
  for (let index = from; index < end; index += 1) record[index] = padding;
}
