import type { DetailRecord } from './detail-record.js';

/** Longer than what one line says. */
const ROOM = 8_192;
const SIZE = 64 * 1024;

/**
 * What the lines of a statement say, in one text whatever their encoding, line ends and padding: `block|reference|allocataire|
 * name|month|amount|withheld` and a line end each. Gathered, and given away in pieces.
 */
export class ContentDigest {
  private readonly buffer = new Uint8Array(SIZE);
  private place = 0;
  private readonly encoder = new TextEncoder();

  constructor(private readonly update: (bytes: Uint8Array) => void) {}

  add(detail: DetailRecord): void {
    if (this.place > SIZE - ROOM) this.flush();
    const place = detail.isBytewise ? detail.putContent(this.buffer, this.place) : undefined;
    this.place = place ?? this.putText(contentOf(detail));
  }

  flush(): void {
    if (this.place > 0) this.update(this.buffer.subarray(0, this.place));
    this.place = 0;
  }

  private putText(text: string): number {
    const { written } = this.encoder.encodeInto(text, this.buffer.subarray(this.place));
    return this.place + written;
  }
}

function contentOf(detail: DetailRecord): string {
  const { block, reference, allocataire, lastName, month, amountCents, withheldCents } = detail.line();
  return `${[block, reference, allocataire, lastName, month, amountCents, withheldCents].join('|')}\n`;
}
