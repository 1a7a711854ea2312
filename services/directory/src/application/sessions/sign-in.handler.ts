import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { AccountSecurity } from '../../domain/accounts/account-security.js';
import { hasSecondFactor, hasTotp } from '../../domain/accounts/account-security.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { knows } from '../../domain/accounts/origin.js';
import { passwordLimits } from '../../domain/accounts/throttle.js';
import { InvalidCredentials, TooManyAttempts } from '../../domain/errors.js';
import { normaliseMail, STEP_MS } from '../../domain/sign-in.js';
import { LogSecurity } from '../accounts/log-security.js';
import type { OpenedSession } from '../accounts/open-session.js';
import { OpenSession } from '../accounts/open-session.js';
import type { SignInAccount } from '../accounts/sign-in-accounts.js';
import { SignInAccounts } from '../accounts/sign-in-accounts.js';
import { ThrottleAttempts } from '../accounts/throttle-attempts.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { PasskeyVerifier } from '../ports/accounts/passkey-verifier.js';
import { SignInSteps } from '../ports/accounts/sign-in-steps.js';
import { Passwords } from '../ports/passwords.js';
import { SessionTokens } from '../ports/session-tokens.js';

export interface Credentials {
  mail: string;
  password: string;
  /** To the clients' extranet, or to the agency's. */
  client: boolean;
  origin: Origin;
}

export interface SecondStep {
  step: string;
  totp: boolean;
  /** JSON for the browser; empty without a passkey. */
  passkeyOptions: string;
}

/** A session, or what is asked for next. */
export type SignInAnswer = OpenedSession | { secondStep: SecondStep };

@Injectable()
export class SignInHandler {
  constructor(
    private readonly accounts: SignInAccounts,
    private readonly securities: AccountSecurities,
    private readonly throttle: ThrottleAttempts,
    private readonly passwords: Passwords,
    private readonly opening: OpenSession,
    private readonly steps: SignInSteps,
    private readonly passkeys: PasskeyVerifier,
    private readonly log: LogSecurity,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidCredentials, TooManyAttempts */
  async execute({ mail: typed, password, client, origin }: Credentials): Promise<SignInAnswer> {
    const mail = normaliseMail(typed);
    const kind = client ? 'client' : 'user';
    const candidates = await this.accounts.withMail(kind, mail);
    const securities = await Promise.all(
      candidates.map(({ agencyId, holder }) => this.securities.of(agencyId, holder)),
    );
    // Counted apart: a client cannot lock the member of staff who has the same mail.
    const known = securities.some(({ devices }) => knows(devices, origin));
    const limits = passwordLimits(`${kind}:${mail}`, origin, known);
    try {
      await this.throttle.count(limits, this.clock.now());
    } catch (error) {
      if (error instanceof TooManyAttempts) await this.logAll(candidates, origin, 'locked');
      throw error;
    }
    const at = await this.verified(candidates, password);
    const account = candidates[at];
    const security = securities[at];
    if (!account || !security) {
      await this.logAll(candidates, origin, 'sign-in-failed');
      throw new InvalidCredentials();
    }
    await this.throttle.passed(limits);
    if (hasSecondFactor(security)) return { secondStep: await this.askSecondStep(account, security) };
    return this.opening.execute(account.agencyId, account.holder, mail, origin, 'password');
  }

  private async askSecondStep({ agencyId, holder, mail }: SignInAccount, security: AccountSecurity) {
    const step = this.tokens.create();
    const challenge = this.passkeys.newChallenge();
    const now = this.clock.now();
    await this.steps.begin({
      tokenHash: this.tokens.hash(step),
      client: holder.kind === 'client',
      agencyId,
      holder,
      mail,
      challenge,
      tries: 0,
      expiresAt: new Date(now.getTime() + STEP_MS),
    });
    const { passkeys } = security;
    return {
      step,
      totp: hasTotp(security),
      passkeyOptions: passkeys.length > 0 ? await this.passkeys.request(passkeys, challenge) : '',
    };
  }

  private async logAll(
    accounts: readonly SignInAccount[],
    origin: Origin,
    kind: 'locked' | 'sign-in-failed',
  ) {
    for (const { agencyId, holder } of accounts) await this.log.of(agencyId, holder, kind, origin);
  }

  /**
   * Which of them; -1 for none. A client of several agencies is told apart by the password; with the same one, the first
   * agency wins.
   */
  private async verified(candidates: readonly SignInAccount[], password: string): Promise<number> {
    // Verified even for an unknown mail, so that the time taken tells nothing.
    if (candidates.length === 0) await this.passwords.verify(password, undefined);
    for (const [at, candidate] of candidates.entries()) {
      if (await this.passwords.verify(password, candidate.passwordHash)) return at;
    }
    return -1;
  }
}
