import { StatementRefused } from '../values/errors.js';

/** Longer than any record, with room for what a convention adds. */
const LONGEST = 4_096;
const CR = 13;
const LF = 10;
const TAB = 9;
/** End of file of DOS programs; nothing follows it. */
const CTRL_Z = 26;

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
    let start = 0;
    for (let end = bytes.indexOf(LF, start); end >= 0; end = bytes.indexOf(LF, start)) {
      const hasCr = end > start && bytes[end - 1] === CR;
      if (hasCr) this.crlf += 1;
      else this.lf += 1;
      this.take(bytes.subarray(start, hasCr ? end - 1 : end), take);
      start = end + 1;
    }
    if (bytes.length - start > LONGEST) {
      this.check(bytes.subarray(start), this.number + 1);
      throw new StatementRefused('LINE_TOO_LONG', { line: this.number + 1, limit: LONGEST });
    }
    this.rest = bytes.slice(start);
  }

  /** What stands after the last line end is a line as well. */
  end(take: (line: TextLine) => void): TextShape {
    if (this.rest.length > 0) this.take(this.rest, take);
    const encoding = this.latin1Lines > 0 ? 'ISO-8859-1' : this.utf8Lines > 0 ? 'UTF-8' : 'ASCII';
    const lineEnds =
      this.crlf > 0 && this.lf > 0 ? 'MIXED' : this.crlf > 0 ? 'CRLF' : this.lf > 0 ? 'LF' : 'NONE';
    return { encoding, lineEnds };
  }

  private take(bytes: Uint8Array, take: (line: TextLine) => void): void {
    this.number += 1;
    if (bytes.length > LONGEST)
      throw new StatementRefused('LINE_TOO_LONG', { line: this.number, limit: LONGEST });
    const plain = this.check(bytes, this.number);
    const text = (plain ? this.latin1.decode(bytes) : this.decode(bytes)).replace(/[\r\u001a]+$/, '');
    if (text.trim() !== '') take({ number: this.number, text });
  }

  /** Whether the line is ASCII; control characters are no text. */
  private check(bytes: Uint8Array, line: number): boolean {
    let plain = true;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      if (byte < 32 && byte !== TAB && byte !== CR && byte !== CTRL_Z)
        throw new StatementRefused('BINARY', { line });
      if (byte > 126) plain = false;
    }
    return plain;
  }

  private decode(bytes: Uint8Array): string {
    const marked = this.number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    try {
      const text = this.utf8.decode(marked ? bytes.subarray(3) : bytes);
      this.utf8Lines += 1;
      return text;
    } catch {
      this.latin1Lines += 1;
      return this.latin1.decode(bytes);
    }
  }
}
