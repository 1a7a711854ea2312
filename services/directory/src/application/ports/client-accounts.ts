import type { ClientAccount } from '../../domain/records.js';

export interface ClientAccountWithHash {
  account: ClientAccount;
  /** Absent: the stored one stays. */
  passwordHash?: string;
}

/** What sign-in knows of a client's mail before it knows the agency. */
export interface FoundClientAccount {
  agencyId: string;
  partyId: string;
  passwordHash?: string;
}

/** Access to the clients' extranet, by party. */
export abstract class ClientAccounts {
  /** @throws MailTaken when another party of the agency has the mail. */
  abstract upsert(agencyId: string, accounts: readonly ClientAccountWithHash[]): Promise<void>;
  /** Of the passwords as published last, by party id. */
  abstract passwordHashes(agencyId: string, partyIds: readonly string[]): Promise<Map<string, string>>;
  /** By party id, those of these mails in this agency. */
  abstract owners(agencyId: string, mails: readonly string[]): Promise<Map<string, string>>;
  /** Across agencies, sorted by agency: a person may be a client of several, and signs in with a mail alone. */
  abstract withMail(mail: string): Promise<FoundClientAccount[]>;
  abstract exists(agencyId: string, partyId: string): Promise<boolean>;
  /** How one client signs in. */
  abstract account(
    agencyId: string,
    partyId: string,
  ): Promise<{ mail: string; passwordHash?: string } | undefined>;
  /** The client's own choice; what was published last stays known. */
  abstract setPassword(agencyId: string, partyId: string, passwordHash: string): Promise<void>;
}
