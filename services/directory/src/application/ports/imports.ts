import type { ImportProgress, LineAnswer } from '../../domain/imports/import.js';

export interface Run {
  agencyId: string;
  importId: string;
  runId: string;
}

/** How far the imports of an agency have come, and which run goes on. */
export abstract class Imports {
  /** Takes the agency's one place for a run. @returns false when another run has it */
  abstract take(run: Run, now: Date): Promise<boolean>;
  /** Keeps the place. @returns false when it was lost */
  abstract keep(run: Run, now: Date): Promise<boolean>;
  abstract leave(run: Run): Promise<void>;
  abstract begin(run: Run, now: Date): Promise<ImportProgress>;
  abstract advance(
    run: Run,
    answers: readonly Pick<LineAnswer, 'status'>[],
    lastLine: number,
    now: Date,
  ): Promise<void>;
  abstract finish(run: Run, now: Date): Promise<void>;
  abstract find(agencyId: string, importId: string): Promise<ImportProgress | undefined>;
}

/** Versions of records as their program counts them. */
export abstract class SourceVersions {
  /** By type, slash and id. */
  abstract known(agencyId: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Never back. */
  abstract raise(agencyId: string, versions: ReadonlyMap<string, number>): Promise<void>;
}
