import { createHash } from 'node:crypto';
import type { TransformCallback } from 'node:stream';
import { Transform } from 'node:stream';
import { FileTooLarge } from './errors.js';

/** Hashes and counts what passes, and stops it at the limit. */
export class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(
    private readonly fileName: string,
    private readonly maxBytes: number,
  ) {
    super();
  }

  result(): { size: number; sha256: string } {
    return { size: this.size, sha256: this.hash.digest('hex') };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) {
      done(new FileTooLarge(this.fileName, this.maxBytes));
      return;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }
}
