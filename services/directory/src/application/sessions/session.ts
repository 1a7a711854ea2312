import { Injectable } from '@nestjs/common';
import type { Party, User } from '../../domain/records.js';
import { Parties } from '../ports/parties.js';
import type { SessionHolder } from '../ports/sessions.js';
import { ClientAccounts } from '../ports/client-accounts.js';
import { withAccess } from '../../domain/accounts/access.js';
import { AccessControls } from '../ports/accounts/access-controls.js';
import { Users } from '../ports/users.js';

/** What the signed-in person's browser is told: a member of staff, or a client. */
export type SignedInPerson =
  | {
      user: User;
      /** Absent users who named this one their delegate. */
      standsInFor: string[];
    }
  | { client: Party };

export type Session = SignedInPerson & {
  agencyId: string;
  agencyName: string;
  expiresAt: Date;
  /** The agency wants a second factor, and the account has none. */
  secondFactorMissing: boolean;
  /** Until when a proof of who it is counts. */
  confirmedUntil: Date | undefined;
};

/** Reads who holds a session, as published and decided now: what is withdrawn is withdrawn at once. */
@Injectable()
export class SessionHolders {
  constructor(
    private readonly users: Users,
    private readonly clients: ClientAccounts,
    private readonly parties: Parties,
    private readonly access: AccessControls,
  ) {}

  read(agencyId: string, { kind, id }: SessionHolder, now: Date): Promise<SignedInPerson | undefined> {
    return kind === 'user' ? this.user(agencyId, id, now) : this.client(agencyId, id);
  }

  private async user(agencyId: string, id: string, now: Date): Promise<SignedInPerson | undefined> {
    const [user, standsInFor, control] = await Promise.all([
      this.users.find(agencyId, id),
      this.users.absentFor(agencyId, id, now),
      this.access.of(agencyId),
    ]);
    return user && { user: withAccess(user, control), standsInFor };
  }

  private async client(agencyId: string, id: string): Promise<SignedInPerson | undefined> {
    const [hasAccount, [client]] = await Promise.all([
      this.clients.exists(agencyId, id),
      this.parties.findMany(agencyId, [id]),
    ]);
    return hasAccount && client ? { client } : undefined;
  }
}
