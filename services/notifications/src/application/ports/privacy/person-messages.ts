import type { PersonMarks } from '@intervia/rules';

export interface RecordsPage {
  /** As they are kept, without what is the platform's own. */
  readonly records: readonly object[];
  readonly nextCursor: string;
}

export interface ErasedMessages {
  readonly messages: number;
  readonly answers: number;
}

/** Messages to somebody, and answers from them. */
export abstract class PersonMessages {
  abstract page(agencyId: string, marks: PersonMarks, cursor: string): Promise<RecordsPage>;
  /** To their addresses, wherever they belong: blanked, so that the journal still tells that something left. */
  abstract blank(agencyId: string, marks: PersonMarks): Promise<ErasedMessages>;
  /** What was written to others about one ticket. */
  abstract strikeOutOf(agencyId: string, marks: PersonMarks, ticketId: string): Promise<ErasedMessages>;
}
