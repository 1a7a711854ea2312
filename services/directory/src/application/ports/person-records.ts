import type { PersonMarks } from '@intervia/rules';

export interface FoundPerson {
  readonly marks: PersonMarks;
  readonly isContractor: boolean;
  /** A user of the agency: the marks' id is the user's. */
  readonly isStaff: boolean;
}

export interface ErasedPerson {
  /** False where a place, a lease or an account of the agency still names the person: the record is LSC's. */
  readonly isRecordErased: boolean;
  readonly traces: number;
}

/** What is kept of clients and contractors, and of the accounts of clients; of staff, `user` is the id. */
export abstract class PersonRecords {
  /** By beginnings of words of name and mail. */
  abstract find(agencyId: string, words: readonly string[], limit: number): Promise<FoundPerson[]>;
  /** Each with its `kind`, without secrets. */
  abstract export(agencyId: string, partyId: string): Promise<object[]>;
  abstract erase(agencyId: string, partyId: string): Promise<ErasedPerson>;
  /** As they are, without secrets. */
  abstract exportStaff(agencyId: string, userId: string): Promise<object[]>;
  /**
   * Sessions, second factor and devices, and the record. Entries of the log of security stay until they are a year old:
   * they prove what was done in the agency's name.
   * @throws PersonInService while they have a right or a place names them
   */
  abstract eraseStaff(agencyId: string, userId: string): Promise<ErasedPerson>;
}
