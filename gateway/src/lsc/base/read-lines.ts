import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '@intervia/messaging';

/** A record may weigh 150 kB (directory, `shape.ts`); its line is longer by its escapes. */
const LONGEST_LINE = 256 * 1024;
/** Of one request; a program sends the rest in another, from the line after the last that was answered. */
const MOST_BYTES = 1024 * 1024 * 1024;
const NEWLINE = 0x0a;

export interface RawLine {
  /** From 1, in this request. */
  number: number;
  /** Absent of a line that is too long: it was passed over without being kept. */
  bytes?: Buffer;
}

/** The body ended before its end, or is no gzip. */
export class BodyBroken extends AppError {
  constructor(options?: ErrorOptions) {
    super('IMPORT_BODY_BROKEN', 'invalid');
    this.cause = options?.cause;
  }
}

class BodyTooLarge extends AppError {
  constructor() {
    super('PAYLOAD_TOO_LARGE', 'invalid');
  }
}

/** The bytes of the request, unpacked; what breaks off is an error of the reader. */
export function unpacked(request: IncomingMessage, encoding: string | undefined): Readable {
  if (encoding === undefined || encoding === 'identity') return request;
  const gunzip = createGunzip();
  request.once('error', (error) => gunzip.destroy(error));
  request.once('close', () => {
    if (!request.complete) gunzip.destroy(new BodyBroken());
  });
  return request.pipe(gunzip);
}

/**
 * Lines of bytes, at the reader's pace; no more than one piece and one line is held. The source is left as it is when the
 * reader stops: the connection still has to carry the answer.
 * @throws BodyBroken, BodyTooLarge
 */
export async function* readLines(source: Readable): AsyncGenerator<RawLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  let bytes = 0;
  const take = (): RawLine => {
    const line = held > LONGEST_LINE ? undefined : Buffer.concat(parts);
    parts = [];
    held = 0;
    return { number: ++number, ...(line && { bytes: line }) };
  };
  try {
    for await (const piece of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > MOST_BYTES) throw new BodyTooLarge();
      let from = 0;
      for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, from)) {
        held += at - from;
        if (held <= LONGEST_LINE) parts.push(piece.subarray(from, at));
        yield take();
        from = at + 1;
      }
      held += piece.length - from;
      if (held <= LONGEST_LINE) parts.push(piece.subarray(from));
      else parts = [];
    }
  } catch (error) {
    throw error instanceof AppError ? error : new BodyBroken({ cause: error });
  }
  if (held > 0) yield take();
}
