/** How far a ticket's history had come, and the hash of its last entry then. */
export interface Anchor {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly entries: number;
  readonly hash: string;
}

export interface DatedAnchor extends Anchor {
  /** Of the day it was written, YYYY-MM-DD. */
  readonly day: string;
}

/** Kept outside the database: who may write there cannot change both. */
export abstract class Anchors {
  /** The newest day that was anchored. */
  abstract lastDay(): Promise<string | undefined>;
  /** All of a day at once; a day that is there already stays as it is. */
  abstract write(day: string, anchors: AsyncIterable<Anchor>): Promise<void>;
  /** The newest one of a ticket. @throws AnchorBroken for a file that its seal does not fit */
  abstract find(agencyId: string, ticketId: string): Promise<DatedAnchor | undefined>;
  /** The newest one of every ticket, by `agency/ticket`. @throws AnchorBroken */
  abstract newest(): Promise<ReadonlyMap<string, DatedAnchor>>;
}

/** What is anchored: of all agencies, the tickets that changed since. */
export abstract class HistoryHeads {
  abstract since(moment: Date): AsyncIterable<Anchor>;
}
