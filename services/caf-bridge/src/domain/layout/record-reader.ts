import type { LayoutField } from './layout.js';

/** Reads a line by its layout: the values by name, padding of spaces off; fillers and constants left out. */
export class RecordReader {
  private readonly fields: readonly { name: string; from: number; to: number | undefined }[];
  /** Characters that a line must have: up to the end of its last indispensable field. */
  readonly shortest: number;

  constructor(fields: readonly LayoutField[]) {
    this.fields = fields
      .filter(({ source }) => source !== '' && !source.startsWith('='))
      .map(({ source, start, len }) => ({
        name: source,
        from: start - 1,
        to: len === 0 ? undefined : start - 1 + len,
      }));
    this.shortest = Math.max(
      0,
      ...fields.filter(({ required }) => required).map(({ start, len }) => start - 1 + len),
    );
  }

  read(line: string): Record<string, string> {
    const values: Record<string, string> = {};
    for (const { name, from, to } of this.fields) values[name] = line.slice(from, to).trim();
    return values;
  }
}
