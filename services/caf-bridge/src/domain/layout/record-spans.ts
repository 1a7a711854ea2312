import type { LayoutField } from './layout.js';

/** Places of a record's values in a line, worked out once from its layout; fillers and constants left out. */
export class RecordSpans {
  /** Characters that a line must have: up to the end of its last indispensable field. */
  readonly shortest: number;
  private readonly spans = new Map<string, { at: number; length: number }>();

  constructor(private readonly fields: readonly LayoutField[]) {
    for (const { source, start, len } of fields) {
      if (source !== '' && !source.startsWith('=')) this.spans.set(source, { at: start - 1, length: len });
    }
    this.shortest = Math.max(
      0,
      ...fields.filter(({ required }) => required).map(({ start, len }) => start - 1 + len),
    );
  }

  /** Of a value that the layout does not place: a field beyond every line, which is blank. */
  of(source: string): { at: number; length: number } {
    return this.spans.get(source) ?? NOWHERE;
  }

  /** The field in which a line of that length is cut; empty for none. */
  cutIn(length: number): string {
    return (
      this.fields.find(({ source, start, len }) => source !== '' && start - 1 + len > length)?.name ?? ''
    );
  }
}

const NOWHERE = { at: Number.MAX_SAFE_INTEGER, length: 1 };
