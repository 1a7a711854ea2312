/** Where a field stands in a line: characters from 0. */
export interface Span {
  readonly at: number;
  /** Characters; up to the end of the line where it is 0. */
  readonly length: number;
}

const SPACE = 0x20;
const TAB = 0x09;
const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * A line as it lies in the chunk that was read: one byte a character, no text of it made before somebody asks. The same object
 * is used for every line: what is to be kept is taken out.
 */
export class RawLine {
  /** In the file, from 1. */
  number = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  /** In characters. */
  length = 0;
  /** Of a line with characters that no byte holds. */
  private decoded: string | undefined;

  /** A line of which each byte is a character, as ASCII and ISO-8859-1 have it, from `start` on. */
  view(number: number, bytes: Uint8Array, start: number, length: number): this {
    this.number = number;
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    this.decoded = undefined;
    return this;
  }

  /** Any other line; its digits are where the characters are. */
  viewText(number: number, text: string): this {
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = Math.min(text.charCodeAt(at), 0xff);
    this.view(number, bytes, 0, text.length);
    this.decoded = text;
    return this;
  }

  /** Whether its bytes say all of it. */
  get isBytewise(): boolean {
    return this.decoded === undefined;
  }

  get isBlank(): boolean {
    if (this.decoded !== undefined) return this.decoded.trim() === '';
    for (let at = 0; at < this.length; at += 1) if (!isBlank(this.bytes[this.start + at])) return false;
    return true;
  }

  byteAt(at: number): number {
    return at < this.length ? (this.bytes[this.start + at] ?? 0) : 0;
  }

  /** Without the spaces around it. */
  textOf({ at, length }: Span): string {
    const end = length === 0 ? this.length : Math.min(at + length, this.length);
    if (this.decoded !== undefined) return this.decoded.slice(at, end).trim();
    let [from, to] = [this.start + at, this.start + end];
    while (from < to && isBlank(this.bytes[from])) from += 1;
    while (to > from && isBlank(this.bytes[to - 1])) to -= 1;
    return to > from ? characters(this.bytes.subarray(from, to)) : '';
  }

  /** A number, also below 0; blank is nothing, NaN what is no number. */
  numberOf({ at, length }: Span): number {
    const { bytes } = this;
    let from = this.start + at;
    let to = this.start + Math.min(at + length, this.length);
    while (from < to && isBlank(bytes[from])) from += 1;
    while (to > from && isBlank(bytes[to - 1])) to -= 1;
    if (from >= to) return 0;
    const isNegative = bytes[from] === MINUS;
    if (isNegative) from += 1;
    if (from === to) return NaN;
    while (from < to && bytes[from] === ZERO) from += 1;
    let value = 0;
    for (; from < to; from += 1) {
      const digit = (bytes[from] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return NaN;
      value = value * 10 + digit;
    }
    return isNegative && value > 0 ? -value : value;
  }

  /** As many digits as the field has; -1 where one is none. */
  digitsOf({ at, length }: Span): number {
    const { bytes } = this;
    let value = 0;
    for (let from = this.start + at, to = from + length; from < to; from += 1) {
      const digit = (bytes[from] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return at + length > this.length ? -1 : value;
  }

  /** Whether the characters there are those of `wanted`. */
  holds(wanted: Uint8Array, at: number): boolean {
    for (let index = 0; index < wanted.length; index += 1) {
      if (this.bytes[this.start + at + index] !== wanted[index]) return false;
    }
    return at + wanted.length <= this.length;
  }

  copyOf(at: number, length: number): Uint8Array {
    return this.bytes.slice(this.start + at, this.start + Math.min(at + length, this.length));
  }

  /** Writes the field in UTF-8, without the spaces around it; the place after it. Lines of bytes only. */
  putField({ at, length }: Span, target: Uint8Array, place: number): number {
    const { bytes } = this;
    let from = this.start + at;
    let to = this.start + Math.min(at + length, this.length);
    while (from < to && isBlank(bytes[from])) from += 1;
    while (to > from && isBlank(bytes[to - 1])) to -= 1;
    let next = place;
    for (; from < to; from += 1) {
      const byte = bytes[from] ?? 0;
      if (byte < 0x80) target[next] = byte;
      else {
        target[next] = 0xc0 | (byte >> 6);
        next += 1;
        target[next] = 0x80 | (byte & 0x3f);
      }
      next += 1;
    }
    return next;
  }
}

/** A call with the bytes as they lie: spreading them would make an iterator of each field. */
const characters = (bytes: Uint8Array): string =>
  Reflect.apply(String.fromCharCode, undefined, bytes) as string;

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;
