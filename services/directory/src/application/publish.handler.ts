import { Injectable } from '@nestjs/common';
import { checkPublication } from '../domain/check-publication.js';
import type { Fault } from '../domain/errors.js';
import { AgencyNotFound, InvalidPublication } from '../domain/errors.js';
import type { Publication, PublishedUser, ReferredKind } from '../domain/publication.js';
import { recordCount, referencesElsewhere } from '../domain/publication.js';
import type { Role } from '../domain/records.js';
import { normaliseMail } from '../domain/sign-in.js';
import { IndexUnits } from './index-units.js';
import { Agencies } from './ports/agencies.js';
import { Buildings } from './ports/buildings.js';
import { Contractors } from './ports/contractors.js';
import { Parties } from './ports/parties.js';
import { Passwords } from './ports/passwords.js';
import { Sessions } from './ports/sessions.js';
import { Units } from './ports/units.js';
import type { UserWithHash } from './ports/users.js';
import { MailTaken, Users } from './ports/users.js';

/**
 * Stores what LSC publishes. Nothing is written unless every record is sound; after a crash in the middle
 * the same publication, sent again, ends what was begun.
 */
@Injectable()
export class PublishHandler {
  constructor(
    private readonly agencies: Agencies,
    private readonly users: Users,
    private readonly parties: Parties,
    private readonly contractors: Contractors,
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly indexUnits: IndexUnits,
  ) {}

  async execute(publication: Publication): Promise<number> {
    refuse(checkPublication(publication));
    const { agencyId, agency } = publication;
    if (!agency && !(await this.agencies.find(agencyId))) throw new AgencyNotFound();
    refuse([...(await this.danglingReferences(publication)), ...(await this.takenMails(publication))]);

    await this.saveUsers(agencyId, publication.users);
    await this.parties.upsert(agencyId, publication.parties);
    await this.contractors.upsert(agencyId, publication.contractors);
    await this.buildings.upsert(agencyId, publication.buildings);
    await this.units.upsert(agencyId, publication.units);
    await this.indexUnits.after(publication);
    // Last: an agency that answers has all that was published with it.
    if (agency) await this.agencies.save(agency);
    return recordCount(publication);
  }

  private async danglingReferences(publication: Publication): Promise<Fault[]> {
    const references = referencesElsewhere(publication);
    const known = async (kind: ReferredKind) => {
      const ids = [...new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id))];
      return ids.length === 0 ? new Set<string>() : this[kind].knownIds(publication.agencyId, ids);
    };
    const byKind = {
      users: await known('users'),
      parties: await known('parties'),
      buildings: await known('buildings'),
    };
    return references
      .filter(({ kind, id }) => !byKind[kind].has(id))
      .map(({ field }) => ({ field, code: 'UNKNOWN_RECORD' }));
  }

  private async takenMails({ agencyId, users }: Publication): Promise<Fault[]> {
    if (users.length === 0) return [];
    const accounts = await this.users.accounts(users.map(({ mail }) => normaliseMail(mail)));
    const owners = new Map(accounts.map((account) => [account.user.mail, account]));
    return users.flatMap(({ id, mail }, at) => {
      const owner = owners.get(normaliseMail(mail));
      const isTaken = owner !== undefined && (owner.agencyId !== agencyId || owner.user.id !== id);
      return isTaken ? [mailTaken(at)] : [];
    });
  }

  /** A new password ends the sessions opened with the old one; the same one, published again, changes nothing. */
  private async saveUsers(agencyId: string, published: readonly PublishedUser[]): Promise<void> {
    const withPassword = published.filter(({ password }) => password !== '').map(({ id }) => id);
    const stored = await this.users.passwordHashes(agencyId, withPassword);
    const changed: string[] = [];
    const users = await Promise.all(
      published.map(async ({ password, ...user }): Promise<UserWithHash> => {
        // The role was checked with the rest of the publication.
        const sound = { ...user, mail: normaliseMail(user.mail), role: user.role as Role };
        if (password === '' || (await this.passwords.verify(password, stored.get(user.id))))
          return { user: sound };
        changed.push(user.id);
        return { user: sound, passwordHash: await this.passwords.hash(password) };
      }),
    );
    try {
      await this.users.upsert(agencyId, users);
    } catch (error) {
      if (error instanceof MailTaken) throw new InvalidPublication([{ field: 'users', code: 'MAIL_TAKEN' }]);
      throw error;
    }
    await this.sessions.closeAllOf(agencyId, changed);
  }
}

const mailTaken = (at: number): Fault => ({ field: `users.${String(at)}.mail`, code: 'MAIL_TAKEN' });

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InvalidPublication(faults);
}
