import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { SecondFactorRefused, StepExpired } from '../../domain/accounts/errors.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { knows } from '../../domain/accounts/origin.js';
import { codeLimits } from '../../domain/accounts/throttle.js';
import { MOST_STEP_TRIES, STEP_MS } from '../../domain/sign-in.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { PasskeyVerifier } from '../ports/accounts/passkey-verifier.js';
import type { SignInStep } from '../ports/accounts/sign-in-steps.js';
import { SignInSteps } from '../ports/accounts/sign-in-steps.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { LogSecurity } from './log-security.js';
import type { OpenedSession } from './open-session.js';
import { OpenSession } from './open-session.js';
import type { Proof } from './prove.js';
import { Prove } from './prove.js';
import { SignInAccounts } from './sign-in-accounts.js';
import { ThrottleAttempts } from './throttle-attempts.js';

/** The second step of a sign-in; or its only one, with a passkey that tells whose it is. */
@Injectable()
export class FinishSignInHandler {
  constructor(
    private readonly steps: SignInSteps,
    private readonly securities: AccountSecurities,
    private readonly accounts: SignInAccounts,
    private readonly throttle: ThrottleAttempts,
    private readonly prove: Prove,
    private readonly opening: OpenSession,
    private readonly passkeys: PasskeyVerifier,
    private readonly log: LogSecurity,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** A step that begins with a passkey. */
  async start(client: boolean): Promise<{ step: string; options: string }> {
    const step = this.tokens.create();
    const challenge = this.passkeys.newChallenge();
    const expiresAt = new Date(this.clock.now().getTime() + STEP_MS);
    await this.steps.begin({
      tokenHash: this.tokens.hash(step),
      client,
      mail: '',
      challenge,
      tries: 0,
      expiresAt,
    });
    return { step, options: await this.passkeys.request([], challenge) };
  }

  /** @throws StepExpired, SecondFactorRefused, TooManyAttempts */
  async execute(token: string, proof: Proof, origin: Origin): Promise<OpenedSession> {
    const tokenHash = this.tokens.hash(token);
    const step = await this.steps.take(tokenHash, this.clock.now());
    if (!step || step.tries > MOST_STEP_TRIES) throw new StepExpired();
    const whose = await this.whose(step, proof);
    if (!whose) throw new SecondFactorRefused();
    const { agencyId, holder } = whose;
    const { devices } = await this.securities.of(agencyId, holder);
    const limits = codeLimits(`${agencyId}|${holder.kind}:${holder.id}`, origin, knows(devices, origin));
    await this.throttle.count(limits, this.clock.now());
    const proven = await this.prove.execute(agencyId, holder, proof, step.challenge);
    if (!proven) {
      await this.log.of(agencyId, holder, 'sign-in-failed', origin, 'second-factor');
      throw new SecondFactorRefused();
    }
    // Whoever ends it has the session: the same answer sent twice opens one.
    if (!(await this.steps.end(tokenHash))) throw new StepExpired();
    await this.throttle.passed(limits);
    if (proven === 'recovery-code') await this.log.of(agencyId, holder, 'recovery-code-used', origin);
    return this.opening.execute(agencyId, holder, whose.mail, origin, proven);
  }

  private async whose(
    { agencyId, holder, mail, client }: SignInStep,
    { passkey }: Proof,
  ): Promise<{ agencyId: string; holder: SessionHolder; mail: string } | undefined> {
    if (agencyId !== undefined && holder) return { agencyId, holder, mail };
    const id = this.passkeys.idOf(passkey);
    const security = id === undefined ? undefined : await this.securities.withPasskey(id);
    if (!security || (security.holder.kind === 'client') !== client) return undefined;
    return this.accounts.of(security.agencyId, security.holder);
  }
}
