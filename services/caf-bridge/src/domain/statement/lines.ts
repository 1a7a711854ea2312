import { StatementRefused } from '../values/errors.js';

/** Longer than any record, with room for what a convention adds. */
const LONGEST = 4_096;
const CR = 13;
/** No text holds them; a tab may stand anywhere, and old programs end a file with Ctrl-Z. */
const CONTROL = /[\u0000-\u0008\u000a-\u000c\u000e-\u0019\u001b-\u001f]/;
const WINDOWS_ONLY = /[\u0080-\u009f]/;
const BEYOND_ASCII = /[^\u0009-\u007e]/;
const END_MARKS = /[\r\u001a]+$/;

export interface TextLine {
  number: number;
  text: string;
}

/** How the file was written, as found out by its end. */
export interface TextShape {
  encoding: 'ASCII' | 'UTF-8' | 'ISO-8859-1';
  lineEnds: 'CRLF' | 'LF' | 'MIXED' | 'NONE';
}

/**
 * Cuts bytes into lines, whatever the line ends; each line is read as UTF-8 where it is that, else as ISO-8859-1.
 * Holds one chunk and one line at a time.
 * @throws StatementRefused BINARY, LINE_TOO_LONG
 */
export class LineCutter {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private readonly latin1 = new TextDecoder('latin1');
  private rest = new Uint8Array(0);
  private number = 0;
  private crlf = 0;
  private lf = 0;
  private utf8Lines = 0;
  private latin1Lines = 0;

  push(chunk: Uint8Array, take: (line: TextLine) => void): void {
    let bytes = chunk;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + chunk.length);
      bytes.set(this.rest);
      bytes.set(chunk, this.rest.length);
    }
    this.cut(bytes, take);
  }

  /** What stands after the last line end is a line as well. */
  end(take: (line: TextLine) => void): TextShape {
    if (this.rest.length > 0) this.line(bytewise(this.rest), this.rest, take);
    const encoding = this.latin1Lines > 0 ? 'ISO-8859-1' : this.utf8Lines > 0 ? 'UTF-8' : 'ASCII';
    const lineEnds =
      this.crlf > 0 && this.lf > 0 ? 'MIXED' : this.crlf > 0 ? 'CRLF' : this.lf > 0 ? 'LF' : 'NONE';
    return { encoding, lineEnds };
  }

  /** A character a byte at first, so that places in the text are places in the bytes. */
  private cut(bytes: Uint8Array, take: (line: TextLine) => void): void {
    const text = bytewise(bytes);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const hasCr = end > start && text.charCodeAt(end - 1) === CR;
      if (hasCr) this.crlf += 1;
      else this.lf += 1;
      const last = hasCr ? end - 1 : end;
      this.line(text.slice(start, last), bytes.subarray(start, last), take);
      start = end + 1;
    }
    this.rest = bytes.slice(start);
    if (this.rest.length <= LONGEST) return;
    if (CONTROL.test(text.slice(start))) throw new StatementRefused('BINARY', { line: this.number + 1 });
    throw new StatementRefused('LINE_TOO_LONG', { line: this.number + 1, limit: LONGEST });
  }

  private line(plain: string, bytes: Uint8Array, take: (line: TextLine) => void): void {
    this.number += 1;
    const { number } = this;
    if (plain.length > LONGEST) throw new StatementRefused('LINE_TOO_LONG', { line: number, limit: LONGEST });
    if (CONTROL.test(plain)) throw new StatementRefused('BINARY', { line: number });
    const text = (BEYOND_ASCII.test(plain) ? this.decode(bytes, plain) : plain).replace(END_MARKS, '');
    if (text.trim() !== '') take({ number, text });
  }

  /** A file has one encoding: after the first line that is no UTF-8 no other is tried. */
  private decode(bytes: Uint8Array, plain: string): string {
    if (this.latin1Lines > 0) return this.readAsLatin1(bytes, plain);
    const marked = this.number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    try {
      const text = this.utf8.decode(marked ? bytes.subarray(3) : bytes);
      this.utf8Lines += 1;
      return text;
    } catch {
      return this.readAsLatin1(bytes, plain);
    }
  }

  private readAsLatin1(bytes: Uint8Array, plain: string): string {
    this.latin1Lines += 1;
    // Where ISO-8859-1 has nothing, Windows has letters such as Œ.
    return WINDOWS_ONLY.test(plain) ? this.latin1.decode(bytes) : plain;
  }
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const PIECE = 8_192;

/** One character for each byte. Nearly all of a statement is ASCII, which the decoder of UTF-8 reads fastest by far. */
function bytewise(bytes: Uint8Array): string {
  const text = lenient.decode(bytes);
  if (text.length === bytes.length && !text.includes('\ufffd')) return text;
  let plain = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    plain += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return plain;
}
