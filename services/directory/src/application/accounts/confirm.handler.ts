import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { CHALLENGE_MS, openChallenge } from '../../domain/accounts/account-security.js';
import { ConfirmationRefused } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import { knows } from '../../domain/accounts/origin.js';
import { passwordLimits } from '../../domain/accounts/throttle.js';
import { confirmedUntil } from '../../domain/sign-in.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { PasskeyVerifier } from '../ports/accounts/passkey-verifier.js';
import { Passwords } from '../ports/passwords.js';
import { Sessions } from '../ports/sessions.js';
import { LogSecurity } from './log-security.js';
import type { Proof } from './prove.js';
import { Prove } from './prove.js';
import { SetPassword } from './set-password.js';
import type { SignInAccount } from './sign-in-accounts.js';
import { SignedInAccounts } from './signed-in-account.js';
import { ThrottleAttempts } from './throttle-attempts.js';

/** The one who is signed in proves again who it is. */
@Injectable()
export class ConfirmHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly securities: AccountSecurities,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly setPassword: SetPassword,
    private readonly passkeys: PasskeyVerifier,
    private readonly prove: Prove,
    private readonly throttle: ThrottleAttempts,
    private readonly log: LogSecurity,
    private readonly clock: Clock,
  ) {}

  /** What a passkey has to sign; empty without one. */
  async start(token: string): Promise<string> {
    const { account } = await this.signedIn.read(token);
    const value = this.passkeys.newChallenge();
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    const { passkeys } = await this.securities.update(account.agencyId, account.holder, (security) =>
      security.passkeys.length === 0
        ? undefined
        : { ...security, challenge: { value, purpose: 'confirm', expiresAt } },
    );
    return passkeys.length === 0 ? '' : this.passkeys.request(passkeys, value);
  }

  /** @returns until when. @throws ConfirmationRefused, TooManyAttempts */
  async execute(token: string, proof: Proof, origin: Origin): Promise<Date> {
    const { stored, account } = await this.signedIn.read(token);
    await this.demand(account, proof, origin);
    const now = this.clock.now();
    await this.sessions.confirm(stored.tokenHash, now);
    return confirmedUntil(now) ?? now;
  }

  /** @throws ConfirmationRefused, TooManyAttempts, PasswordRefused */
  async changePassword(token: string, current: string, password: string, origin: Origin): Promise<void> {
    const { stored, account } = await this.signedIn.read(token);
    await this.demand(account, { password: current, code: '', recoveryCode: '', passkey: '' }, origin);
    await this.setPassword.execute(account, password, origin, 'password-changed', stored.tokenHash);
  }

  private async demand(account: SignInAccount, proof: Proof, origin: Origin): Promise<void> {
    const { agencyId, holder, mail } = account;
    const security = await this.securities.of(agencyId, holder);
    const limits = passwordLimits(`${holder.kind}:${mail}`, origin, knows(security.devices, origin));
    await this.throttle.count(limits, this.clock.now());
    const challenge = openChallenge(security, 'confirm', this.clock.now());
    const isRight = proof.password
      ? await this.passwords.verify(proof.password, account.passwordHash)
      : (await this.prove.execute(agencyId, holder, proof, challenge)) !== undefined;
    if (!isRight) {
      await this.log.of(agencyId, holder, 'sign-in-failed', origin, 'confirmation');
      throw new ConfirmationRefused();
    }
    await this.throttle.passed(limits);
  }
}
