import type { ImportProgress, Problem } from './gen/types.gen.js';

/** A record of the base; `version` grows with each change of it, and an older one is passed over. */
export interface BaseRecord {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What became of one line. */
export interface LineAnswer {
  readonly line: number;
  readonly type?: string;
  readonly id?: string;
  readonly status: string;
  readonly code?: string;
  readonly detail?: string;
  readonly fields?: Problem['fields'];
}

/** The last line: whether all were answered, and else after which line to go on. */
export interface ImportEnd extends Partial<ImportProgress> {
  readonly done: boolean;
  readonly code?: string;
  readonly detail?: string;
  readonly resumeAfter?: number;
}

export const isEnd = (line: LineAnswer | ImportEnd): line is ImportEnd => 'done' in line;
