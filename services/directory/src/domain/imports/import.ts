import type { FieldError } from '@intervia/rules';
import type { Publication } from '../publication.js';

/** One record of an import, as its line says it. */
export interface ImportLine {
  line: number;
  /** As the program names it, with the id: what a version belongs to. */
  type: string;
  id: string;
  version: number;
  /** Holds this one record. */
  record: Publication;
}

export type LineStatus = 'stored' | 'unchanged' | 'older' | 'refused';

export interface LineAnswer {
  line: number;
  status: LineStatus;
  /** Paths inside of the record. */
  faults: readonly FieldError[];
}

export interface ImportProgress {
  importId: string;
  lastLine: number;
  stored: number;
  unchanged: number;
  older: number;
  refused: number;
  startedAt: Date;
  updatedAt: Date;
  finished: boolean;
}

/** A run that says nothing for so long is over; the next one may begin. */
export const RUN_MS = 60_000;
/** An import that nobody asks for any more. */
export const IMPORT_RETENTION_MS = 30 * 24 * 3_600_000;

export const keyOf = ({ type, id }: Pick<ImportLine, 'type' | 'id'>): string => `${type}/${id}`;

/** What is known of the record decides; undefined: it has to be written. */
export function settledBy(known: number | undefined, version: number): LineStatus | undefined {
  if (known === undefined || version > known) return undefined;
  return version === known ? 'unchanged' : 'older';
}

/** Of several lines of one record the newest; they wait for what becomes of it. */
export function newestOfEach(lines: readonly ImportLine[]): ImportLine[] {
  const newest = new Map<string, ImportLine>();
  for (const line of lines) {
    const before = newest.get(keyOf(line));
    if (!before || line.version > before.version) newest.set(keyOf(line), line);
  }
  return [...newest.values()];
}
