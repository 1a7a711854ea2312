import { Injectable } from '@nestjs/common';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import { normaliseMail } from '../../domain/sign-in.js';
import { ClientAccounts } from '../ports/client-accounts.js';
import { Users } from '../ports/users.js';

/** Somebody who may sign in. */
export interface SignInAccount {
  agencyId: string;
  holder: SessionHolder;
  mail: string;
  passwordHash?: string;
}

/** Accounts of staff and clients, as signing in needs them. */
@Injectable()
export class SignInAccounts {
  constructor(
    private readonly users: Users,
    private readonly clients: ClientAccounts,
  ) {}

  /** Of clients one for each agency. */
  async withMail(kind: SessionHolder['kind'], mail: string): Promise<SignInAccount[]> {
    if (kind === 'client') {
      const found = await this.clients.withMail(mail);
      return found.map(({ agencyId, partyId, passwordHash }) => ({
        agencyId,
        holder: { kind, id: partyId },
        mail,
        passwordHash,
      }));
    }
    const found = await this.users.accounts([mail]);
    return found.map(({ agencyId, user, passwordHash }) => ({
      agencyId,
      holder: { kind, id: user.id },
      mail,
      passwordHash,
    }));
  }

  async of(agencyId: string, holder: SessionHolder): Promise<SignInAccount | undefined> {
    const found = await this.store(holder).account(agencyId, holder.id);
    return found && { agencyId, holder, ...found };
  }

  /** A client of the agency by the mail that signs in, however it is written. */
  async client(agencyId: string, mail: string): Promise<SignInAccount | undefined> {
    const wanted = normaliseMail(mail);
    const id = (await this.clients.owners(agencyId, [wanted])).get(wanted);
    return id === undefined ? undefined : this.of(agencyId, { kind: 'client', id });
  }

  /** One's own password: what the publisher sent before stays known, so that sending it again changes nothing. */
  setPassword(agencyId: string, holder: SessionHolder, passwordHash: string): Promise<void> {
    return this.store(holder).setPassword(agencyId, holder.id, passwordHash);
  }

  private store({ kind }: SessionHolder): Users | ClientAccounts {
    return kind === 'user' ? this.users : this.clients;
  }
}
