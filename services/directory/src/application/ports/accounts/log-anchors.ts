/** How far an agency's log of security had come. */
export interface LogHead {
  readonly agencyId: string;
  /** The place of its last entry, counted from 1: also how many there ever were. */
  readonly seq: number;
  readonly hash: string;
  /** When that entry goes by itself, being old; until then it must be there. */
  readonly keptUntil: Date;
}

export interface DatedHead extends LogHead {
  /** Of the day it was written, YYYY-MM-DD. */
  readonly day: string;
}

/** Kept outside the database: who may write there cannot change both. */
export abstract class LogAnchors {
  /** The newest day that was anchored. */
  abstract lastDay(): Promise<string | undefined>;
  /** A day that is there already stays as it is. */
  abstract write(day: string, heads: AsyncIterable<LogHead>): Promise<void>;
  /** All of all days. @throws AnchorBroken for a file that its seal does not fit */
  abstract every(): AsyncIterable<DatedHead>;
}

/** The last entry of each agency's log. */
export abstract class LogHeads {
  abstract all(): AsyncIterable<LogHead>;
}
