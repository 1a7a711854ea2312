import type { PersonMarks } from '@intervia/rules';

export interface FoundPerson {
  readonly marks: PersonMarks;
  readonly isContractor: boolean;
}

export interface ErasedPerson {
  /** False where a place, a lease or an account of the agency still names the person: the record is LSC's. */
  readonly isRecordErased: boolean;
  readonly traces: number;
}

/** What is kept of clients and contractors, and of the accounts of clients. */
export abstract class PersonRecords {
  /** By beginnings of words of name and mail. */
  abstract find(agencyId: string, words: readonly string[], limit: number): Promise<FoundPerson[]>;
  /** Each with its `kind`, without secrets. */
  abstract export(agencyId: string, partyId: string): Promise<object[]>;
  abstract erase(agencyId: string, partyId: string): Promise<ErasedPerson>;
}
