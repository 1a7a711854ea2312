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
  /** By id, those that there are. */
  abstract withIds(agencyId: string, ids: readonly string[]): Promise<Map<string, User>>;
  /** Those who are absent now and named this one their delegate. */
  abstract absentFor(agencyId: string, delegateId: string, now: Date): Promise<string[]>;
  abstract knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>>;
  /** Of the passwords as published last, by user id. */
  abstract passwordHashes(agencyId: string, ids: readonly string[]): Promise<Map<string, string>>;
  /** Across agencies: a person signs in with a mail alone. */
  abstract accounts(mails: readonly string[]): Promise<Account[]>;
  /** How one user signs in. */
  abstract account(
    agencyId: string,
    id: string,
  ): Promise<{ mail: string; passwordHash?: string } | undefined>;
  /** The user's own choice; what was published last stays known. */
  abstract setPassword(agencyId: string, id: string, passwordHash: string): Promise<void>;
}
