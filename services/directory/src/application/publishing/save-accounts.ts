import { Injectable } from '@nestjs/common';
import type { FieldError } from '@intervia/rules';
import { isDeepStrictEqual } from 'node:util';
import { InvalidPublication } from '../../domain/errors.js';
import type { Publication, PublishedClient, PublishedUser } from '../../domain/publication.js';
import type { Role, User } from '../../domain/records.js';
import { normaliseMail } from '../../domain/sign-in.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { ClientAccounts } from '../ports/client-accounts.js';
import { MailTaken } from '../ports/mail-taken.js';
import { Passwords } from '../ports/passwords.js';
import type { SessionHolder } from '../ports/sessions.js';
import { Sessions } from '../ports/sessions.js';
import { Users } from '../ports/users.js';

/** Those who may sign in, staff and clients: their mails, and their passwords hashed. */
@Injectable()
export class SaveAccounts {
  constructor(
    private readonly users: Users,
    private readonly clients: ClientAccounts,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly securities: AccountSecurities,
  ) {}

  /** Mails that somebody else has: among the staff of all agencies, among the clients of this one. */
  async takenMails({ agencyId, users, clients }: Publication): Promise<FieldError[]> {
    const [accounts, clientOwners] = await Promise.all([
      users.length === 0 ? [] : this.users.accounts(users.map(({ mail }) => normaliseMail(mail))),
      clients.length === 0
        ? new Map<string, string>()
        : this.clients.owners(
            agencyId,
            clients.map(({ mail }) => normaliseMail(mail)),
          ),
    ]);
    const userOwners = new Map(accounts.map((account) => [account.user.mail, account]));
    return [
      ...users.flatMap(({ id, mail }, at) => {
        const owner = userOwners.get(normaliseMail(mail));
        const isTaken = owner !== undefined && (owner.agencyId !== agencyId || owner.user.id !== id);
        return isTaken ? [mailTaken('users', at)] : [];
      }),
      ...clients.flatMap(({ partyId, mail }, at) => {
        const owner = clientOwners.get(normaliseMail(mail));
        return owner !== undefined && owner !== partyId ? [mailTaken('clients', at)] : [];
      }),
    ];
  }

  /** A new password ends the sessions opened with the old one; the same one, published again, changes nothing. */
  async saveUsers(agencyId: string, published: readonly PublishedUser[]): Promise<void> {
    const hashes = await this.newHashes(
      published.map(({ id, password }) => ({ id, password })),
      (ids) => this.users.passwordHashes(agencyId, ids),
    );
    const users = published.map(({ password: _, ...user }) => ({
      // The role was checked with the rest of the publication.
      user: { ...user, mail: normaliseMail(user.mail), role: user.role as Role },
      passwordHash: hashes.get(user.id),
    }));
    const before = await this.users.withIds(
      agencyId,
      users.map(({ user }) => user.id),
    );
    await refusingTakenMails('users', () => this.users.upsert(agencyId, users));
    const changed = users.filter(({ user }) => !mayTheSame(user, before.get(user.id)));
    await this.endSessions(agencyId, 'user', [...hashes.keys()]);
    await this.securities.tellAccess(
      agencyId,
      'user',
      changed.map(({ user }) => user.id),
    );
  }

  /** As of users. */
  async saveClients(agencyId: string, published: readonly PublishedClient[]): Promise<void> {
    const hashes = await this.newHashes(
      published.map(({ partyId, password }) => ({ id: partyId, password })),
      (ids) => this.clients.passwordHashes(agencyId, ids),
    );
    const accounts = published.map(({ partyId, mail }) => ({
      account: { partyId, mail: normaliseMail(mail) },
      passwordHash: hashes.get(partyId),
    }));
    await refusingTakenMails('clients', () => this.clients.upsert(agencyId, accounts));
    await this.endSessions(agencyId, 'client', [...hashes.keys()]);
  }

  private async endSessions(agencyId: string, kind: SessionHolder['kind'], ids: string[]): Promise<void> {
    await this.sessions.closeAllOf(agencyId, kind, ids);
    await this.securities.tellAccess(agencyId, kind, ids);
  }

  /** Hashes of the passwords that are not the stored ones, by the holder's id. */
  private async newHashes(
    published: readonly { id: string; password: string }[],
    stored: (ids: string[]) => Promise<Map<string, string>>,
  ): Promise<Map<string, string>> {
    const withPassword = published.filter(({ password }) => password !== '');
    if (withPassword.length === 0) return new Map();
    const known = await stored(withPassword.map(({ id }) => id));
    const hashed = await Promise.all(
      withPassword.map(async ({ id, password }): Promise<[string, string][]> => {
        if (await this.passwords.verify(password, known.get(id))) return [];
        return [[id, await this.passwords.hash(password)]];
      }),
    );
    return new Map(hashed.flat());
  }
}

/** Nobody is told of who comes new: no stream of theirs is open. */
const mayTheSame = (after: User, before: User | undefined): boolean =>
  before === undefined ||
  (after.role === before.role &&
    isDeepStrictEqual(after.syndic, before.syndic) &&
    isDeepStrictEqual(after.gerance, before.gerance));

const mailTaken = (kind: 'users' | 'clients', at: number): FieldError => ({
  field: `${kind}.${String(at)}.mail`,
  code: 'MAIL_TAKEN',
});

async function refusingTakenMails(field: string, save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (error instanceof MailTaken) throw new InvalidPublication([{ field, code: 'MAIL_TAKEN' }]);
    throw error;
  }
}
