import { StatementRefused } from '../values/errors.js';
import { RawLine } from './raw-line.js';

/** Longer than any record, with room for what a convention adds. */
const LONGEST = 4_096;
const CR = 13;
const LF = 10;
const SPACE = 32;
/** Old programs end a file with it. */
const CTRL_Z = 26;
const TAB = 9;

/** A byte below a space takes from its neighbour's high bit, one beyond ASCII has its own. */
const FOUR_SPACES = 0x20202020;
const FOUR_HIGH_BITS = 0x80808080 | 0;

/** What a byte tells of its line. */
const CONTROL = 1;
const BEYOND_ASCII = 2;
/** Where ISO-8859-1 has nothing, Windows has letters such as Œ. */
const WINDOWS_ONLY = 4;

/** No text holds control characters; a tab may stand anywhere. */
const TOLD_BY: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === TAB || byte === CR || byte === CTRL_Z) return 0;
  if (byte < 0x20) return CONTROL;
  if (byte < 0x80) return 0;
  return byte <= 0x9f ? BEYOND_ASCII | WINDOWS_ONLY : BEYOND_ASCII;
});

/** How the file was written, as found out by its end. */
export interface TextShape {
  encoding: 'ASCII' | 'UTF-8' | 'ISO-8859-1';
  lineEnds: 'CRLF' | 'LF' | 'CR' | 'MIXED' | 'NONE';
}

/**
 * Cuts bytes into lines, whatever the line ends; each line is read as UTF-8 where it is that, else as ISO-8859-1.
 * Holds one chunk and one line at a time, and looks at each byte once. The line that it gives is good until the next one.
 * @throws StatementRefused BINARY, UTF_16, LINE_TOO_LONG
 */
export class LineCutter {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private readonly latin1 = new TextDecoder('latin1');
  private readonly line = new RawLine();
  private readonly scratch = new Uint8Array(LONGEST);
  private rest = new Uint8Array(0);
  private number = 0;
  private crlf = 0;
  private lf = 0;
  private cr = 0;
  private utf8Lines = 0;
  private latin1Lines = 0;

  push(chunk: Uint8Array, take: (line: RawLine) => void): void {
    if (this.rest.length === 0) return this.cut(chunk, take);
    // The line that two chunks share is put together alone.
    const end = chunk.indexOf(LF) + 1 || chunk.length;
    const shared = new Uint8Array(this.rest.length + end);
    shared.set(this.rest);
    shared.set(chunk.subarray(0, end), this.rest.length);
    this.cut(shared, take);
    if (end < chunk.length) this.cut(chunk.subarray(end), take);
  }

  /** What stands after the last line end is a line as well. */
  end(take: (line: RawLine) => void): TextShape {
    const { rest } = this;
    if (rest.length > 0) {
      let told = 0;
      for (const byte of rest) told |= TOLD_BY[byte] ?? 0;
      this.give(rest, 0, rest.length, told, take);
    }
    const encoding = this.latin1Lines > 0 ? 'ISO-8859-1' : this.utf8Lines > 0 ? 'UTF-8' : 'ASCII';
    return { encoding, lineEnds: this.lineEnds };
  }

  private get lineEnds(): TextShape['lineEnds'] {
    const counts = { CRLF: this.crlf, LF: this.lf, CR: this.cr } as const;
    const seen = (['CRLF', 'LF', 'CR'] as const).filter((kind) => counts[kind] > 0);
    return seen.length > 1 ? 'MIXED' : (seen[0] ?? 'NONE');
  }

  /** Four bytes at a time: a line end, a control character or a byte beyond ASCII is looked at alone. */
  private cut(bytes: Uint8Array, take: (line: RawLine) => void): void {
    const { length } = bytes;
    const words = new DataView(bytes.buffer, bytes.byteOffset, length);
    let start = 0;
    let told = 0;
    let at = 0;
    while (at < length) {
      if (at + 4 <= length) {
        const word = words.getInt32(at, true);
        if (((word | (word - FOUR_SPACES)) & FOUR_HIGH_BITS) === 0) {
          at += 4;
          continue;
        }
      }
      for (const end = Math.min(at + 4, length); at < end; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === CR && endsLine(bytes[at + 1])) {
          this.cr += 1;
          this.give(bytes, start, at, told, take);
          start = at + 1;
          told = 0;
          continue;
        }
        if (byte !== LF) {
          told |= TOLD_BY[byte] ?? 0;
          continue;
        }
        const hasCr = at > start && bytes[at - 1] === CR;
        if (hasCr) this.crlf += 1;
        else this.lf += 1;
        this.give(bytes, start, hasCr ? at - 1 : at, told, take);
        start = at + 1;
        told = 0;
      }
    }
    this.rest = bytes.slice(start);
    if (this.rest.length > LONGEST) throw this.tooLong(told);
  }

  private give(
    bytes: Uint8Array,
    start: number,
    last: number,
    told: number,
    take: (line: RawLine) => void,
  ): void {
    this.number += 1;
    let end = last;
    if (end - start > LONGEST) {
      this.number -= 1;
      throw this.tooLong(0);
    }
    if ((told & CONTROL) !== 0) {
      const isUtf16 = this.number === 1 && hasBytesOfUtf16(bytes, start);
      throw new StatementRefused(isUtf16 ? 'UTF_16' : 'BINARY', { line: this.number });
    }
    while (end > start && (bytes[end - 1] === CR || bytes[end - 1] === CTRL_Z)) end -= 1;
    if ((told & BEYOND_ASCII) === 0) {
      this.line.view(this.number, bytes, start, end - start);
      if (!this.line.isBlank) take(this.line);
      return;
    }
    this.beyondAscii(bytes, start, end, (told & WINDOWS_ONLY) !== 0);
    if (!this.line.isBlank) take(this.line);
  }

  /** A file has one encoding: after the first line that is no UTF-8 no other is tried. */
  private beyondAscii(bytes: Uint8Array, start: number, end: number, hasWindowsOnly: boolean): void {
    if (this.latin1Lines > 0 || !this.viewAsUtf8(bytes, start, end)) {
      this.latin1Lines += 1;
      if (hasWindowsOnly) this.line.viewText(this.number, this.latin1.decode(bytes.subarray(start, end)));
      else this.line.view(this.number, bytes, start, end - start);
    }
  }

  private viewAsUtf8(bytes: Uint8Array, start: number, end: number): boolean {
    const marked = this.number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const from = marked ? start + 3 : start;
    const length = toBytewise(bytes, from, end, this.scratch);
    if (length >= 0) this.line.view(this.number, this.scratch, 0, length);
    else {
      try {
        this.line.viewText(this.number, this.utf8.decode(bytes.subarray(from, end)));
      } catch {
        return false;
      }
    }
    this.utf8Lines += 1;
    return true;
  }

  private tooLong(told: number): StatementRefused {
    const line = this.number + 1;
    if ((told & CONTROL) !== 0) return new StatementRefused('BINARY', { line });
    return new StatementRefused('LINE_TOO_LONG', { line, limit: LONGEST });
  }
}

/** A carriage return alone: not before a line feed, nor where the next chunk may begin with one. */
const endsLine = (next: number | undefined): boolean => next !== undefined && next !== LF && next !== CR;

/** By its mark, or as every other byte of a digit is zero ("Unicode" in Notepad). */
function hasBytesOfUtf16(bytes: Uint8Array, start: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(start, start + 2);
  if (first + second === 0xff + 0xfe) return true;
  return (first === 0) !== (second === 0) && first + second >= SPACE;
}

/**
 * UTF-8 as one byte a character, which the letters of French are.
 * @returns the length, or -1 where a character is another or the bytes are no UTF-8
 */
function toBytewise(bytes: Uint8Array, start: number, end: number, target: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte >= 0x80) {
      const next = bytes[at + 1] ?? 0;
      if ((byte !== 0xc2 && byte !== 0xc3) || (next & 0xc0) !== 0x80 || at + 1 >= end) return -1;
      byte = ((byte & 0x03) << 6) | (next & 0x3f);
      at += 1;
    }
    target[length] = byte;
    length += 1;
  }
  return length;
}
