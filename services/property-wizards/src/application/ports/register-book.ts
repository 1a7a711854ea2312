import type { Addition, Annotation, Entry, Head, RegisterRecord } from '../../domain/register/record.js';

/** A register: the agency's, of one card and mention ("card1/g"). */
export interface RegisterId {
  readonly agencyId: string;
  readonly key: string;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly nextBefore: number;
}

/** Logs that only grow. There is no method that changes or takes away. */
export abstract class RegisterBook {
  /**
   * Writes one record more; its place and number are given in that write. The same command id gives the record that
   * it made before.
   */
  abstract append(register: RegisterId, addition: Addition): Promise<RegisterRecord>;

  /** What a command wrote, in whichever register. */
  abstract find(agencyId: string, commandId: string): Promise<RegisterRecord | undefined>;

  /** Entries, without annotations. */
  abstract count(register: RegisterId): Promise<number>;
  abstract head(register: RegisterId): Promise<Head>;
  /** How far the register is known to have reached, kept apart from its records. */
  abstract reached(register: RegisterId): Promise<Pick<Head, 'seq' | 'number'>>;
  abstract entry(register: RegisterId, number: number): Promise<Entry | undefined>;
  /** Newest first, below a number; 0 for the newest. */
  abstract page(register: RegisterId, before: number, limit: number): Promise<EntryPage>;
  abstract annotations(register: RegisterId, numbers: readonly number[]): Promise<readonly Annotation[]>;
  /** The whole log in its order. */
  abstract records(register: RegisterId): AsyncIterable<RegisterRecord>;
}
