import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { InvalidCredentials, TooManyAttempts } from '../domain/errors.js';
import { MOST_FAILURES, normaliseMail, sessionEnd } from '../domain/sign-in.js';
import { Agencies } from './ports/agencies.js';
import { Passwords } from './ports/passwords.js';
import { SessionTokens } from './ports/session-tokens.js';
import { Sessions } from './ports/sessions.js';
import { SignInAttempts } from './ports/sign-in-attempts.js';
import { Users } from './ports/users.js';
import type { Session } from './session.js';

@Injectable()
export class SignInHandler {
  constructor(
    private readonly agencies: Agencies,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
    private readonly passwords: Passwords,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  async execute(typedMail: string, password: string): Promise<{ token: string; session: Session }> {
    const mail = normaliseMail(typedMail);
    const now = this.clock.now();
    const { count, windowEndsAt } = await this.attempts.register(mail, now);
    if (count > MOST_FAILURES) {
      throw new TooManyAttempts(Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000));
    }
    const [account] = await this.users.accounts([mail]);
    // Verified even for an unknown mail, so that the time taken tells nothing.
    const isRight = await this.passwords.verify(password, account?.passwordHash);
    const agency = account && isRight ? await this.agencies.find(account.agencyId) : undefined;
    if (!account || !agency) throw new InvalidCredentials();
    await this.attempts.forget(mail);

    const token = this.tokens.create();
    const session = {
      agencyId: agency.id,
      agencyName: agency.name,
      user: account.user,
      expiresAt: sessionEnd(now),
    };
    await this.sessions.open({
      tokenHash: this.tokens.hash(token),
      agencyId: agency.id,
      userId: account.user.id,
      expiresAt: session.expiresAt,
    });
    return { token, session };
  }
}
