import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { InvalidCredentials, TooManyAttempts } from '../domain/errors.js';
import { MOST_FAILURES, normaliseMail, sessionEnd } from '../domain/sign-in.js';
import { Agencies } from './ports/agencies.js';
import { ClientAccounts } from './ports/client-accounts.js';
import { Passwords } from './ports/passwords.js';
import { SessionTokens } from './ports/session-tokens.js';
import type { SessionHolder } from './ports/sessions.js';
import { Sessions } from './ports/sessions.js';
import { SignInAttempts } from './ports/sign-in-attempts.js';
import { Users } from './ports/users.js';
import type { Session } from './session.js';
import { SessionHolders } from './session.js';

interface Candidate {
  agencyId: string;
  id: string;
  passwordHash?: string;
}

export interface Credentials {
  mail: string;
  password: string;
  /** To the clients' extranet, or to the agency's. */
  client: boolean;
}

@Injectable()
export class SignInHandler {
  constructor(
    private readonly agencies: Agencies,
    private readonly users: Users,
    private readonly clients: ClientAccounts,
    private readonly holders: SessionHolders,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  async execute({
    mail: typed,
    password,
    client,
  }: Credentials): Promise<{ token: string; session: Session }> {
    const mail = normaliseMail(typed);
    const kind = client ? 'client' : 'user';
    const now = this.clock.now();
    // Counted apart: a client cannot lock the member of staff who has the same mail.
    const counted = client ? `client:${mail}` : mail;
    await this.brake(counted, now);
    const account = await this.verified(await this.candidates(kind, mail), password);
    const agency = account && (await this.agencies.find(account.agencyId));
    const holder: SessionHolder = { kind, id: account?.id ?? '' };
    const person = agency && (await this.holders.read(agency.id, holder, now));
    if (!person) throw new InvalidCredentials();
    await this.attempts.forget(counted);

    const token = this.tokens.create();
    const expiresAt = sessionEnd(now);
    await this.sessions.open({
      tokenHash: this.tokens.hash(token),
      agencyId: agency.id,
      holder,
      expiresAt,
    });
    return { token, session: { agencyId: agency.id, agencyName: agency.name, expiresAt, ...person } };
  }

  /** @throws TooManyAttempts */
  private async brake(mail: string, now: Date): Promise<void> {
    const { count, windowEndsAt } = await this.attempts.register(mail, now);
    if (count > MOST_FAILURES) {
      throw new TooManyAttempts(Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
    }
  }

  private async candidates(kind: SessionHolder['kind'], mail: string): Promise<Candidate[]> {
    if (kind === 'client') {
      const found = await this.clients.withMail(mail);
      return found.map(({ partyId, ...rest }) => ({ id: partyId, ...rest }));
    }
    const found = await this.users.accounts([mail]);
    return found.map(({ user, ...rest }) => ({ id: user.id, ...rest }));
  }

  /** A client of several agencies is told apart by the password; with the same one, the first agency wins. */
  private async verified(candidates: readonly Candidate[], password: string): Promise<Candidate | undefined> {
    // Verified even for an unknown mail, so that the time taken tells nothing.
    if (candidates.length === 0) await this.passwords.verify(password, undefined);
    for (const candidate of candidates) {
      if (await this.passwords.verify(password, candidate.passwordHash)) return candidate;
    }
    return undefined;
  }
}
