import type { User } from '../../domain/records.js';

export interface UserWithHash {
  user: User;
  /** Absent: the stored one stays. */
  passwordHash?: string;
}

/** What sign-in knows of a mail before it knows the agency. */
export interface Account {
  agencyId: string;
  user: User;
  passwordHash?: string;
}

export abstract class Users {
  /** @throws MailTaken */
  abstract upsert(agencyId: string, users: readonly UserWithHash[]): Promise<void>;
  /** By name. */
  abstract list(agencyId: string): Promise<User[]>;
  abstract find(agencyId: string, id: string): Promise<User | undefined>;
  /** Those who are absent now and named this one their delegate. */
  abstract absentFor(agencyId: string, delegateId: string, now: Date): Promise<string[]>;
  abstract knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>>;
  /** The stored hashes by user id. */
  abstract passwordHashes(agencyId: string, ids: readonly string[]): Promise<Map<string, string>>;
  /** Across agencies: a person signs in with a mail alone. */
  abstract accounts(mails: readonly string[]): Promise<Account[]>;
}
