import type { HistoryEntry } from '../../domain/history/record.js';

export interface StoredHistory {
  readonly agencyId: string;
  readonly ticketId: string;
  readonly number: number;
  /** A deleted ticket has no history any more, and that it is there proves that it was deleted and not dropped. */
  readonly isDeleted: boolean;
  readonly entries: readonly HistoryEntry[];
}

/** Of all agencies: for whoever verifies the whole database. */
export abstract class Histories {
  abstract every(): AsyncIterable<StoredHistory>;
}
