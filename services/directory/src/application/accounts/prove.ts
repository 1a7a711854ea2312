import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { AccountSecurity } from '../../domain/accounts/account-security.js';
import type { SessionHolder } from '../../domain/accounts/holder.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { OneTimeCodes } from '../ports/accounts/one-time-codes.js';
import { PasskeyVerifier } from '../ports/accounts/passkey-verifier.js';
import { SealedSecrets } from '../ports/accounts/sealed-secrets.js';
import { SessionTokens } from '../ports/session-tokens.js';

/** One of them; empty texts are none. */
export interface Proof {
  password: string;
  code: string;
  recoveryCode: string;
  passkey: string;
}

export type Proven = 'totp' | 'recovery-code' | 'passkey';

export const totpPlace = (agencyId: string, { kind, id }: SessionHolder): string =>
  `${agencyId}|${kind}|${id}|totp`;

/** Second factors: each proof counts once, also when it comes twice at the same time. */
@Injectable()
export class Prove {
  constructor(
    private readonly securities: AccountSecurities,
    private readonly codes: OneTimeCodes,
    private readonly passkeys: PasskeyVerifier,
    private readonly secrets: SealedSecrets,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** What it was proven with; undefined when it was not. `challenge`: what a passkey had to sign. */
  async execute(
    agencyId: string,
    holder: SessionHolder,
    proof: Proof,
    challenge: string | undefined,
  ): Promise<Proven | undefined> {
    if (proof.code) return this.byCode(agencyId, holder, proof.code);
    if (proof.recoveryCode) return this.byRecoveryCode(agencyId, holder, proof.recoveryCode);
    if (proof.passkey && challenge) return this.byPasskey(agencyId, holder, proof.passkey, challenge);
    return undefined;
  }

  private byCode(agencyId: string, holder: SessionHolder, code: string): Promise<Proven | undefined> {
    return this.spend(agencyId, holder, 'totp', (security) => {
      const { totp } = security;
      if (!totp) return undefined;
      const secret = this.secrets.open(totp.secret, totpPlace(agencyId, holder));
      const lastStep = this.codes.verify(secret, code, this.clock.now(), totp.lastStep);
      return lastStep === undefined ? undefined : { ...security, totp: { ...totp, lastStep } };
    });
  }

  private byRecoveryCode(
    agencyId: string,
    holder: SessionHolder,
    typed: string,
  ): Promise<Proven | undefined> {
    const hash = this.tokens.hash(normaliseCode(typed));
    return this.spend(agencyId, holder, 'recovery-code', (security) =>
      security.recovery.includes(hash)
        ? { ...security, recovery: security.recovery.filter((left) => left !== hash) }
        : undefined,
    );
  }

  private async byPasskey(
    agencyId: string,
    holder: SessionHolder,
    answer: string,
    challenge: string,
  ): Promise<Proven | undefined> {
    const id = this.passkeys.idOf(answer);
    const security = await this.securities.of(agencyId, holder);
    const passkey = security.passkeys.find((known) => known.id === id);
    if (!passkey) return undefined;
    const counter = await this.passkeys.used(answer, challenge, passkey);
    if (counter === undefined) return undefined;
    const usedAt = this.clock.now();
    return this.spend(agencyId, holder, 'passkey', (now) => ({
      ...now,
      challenge: undefined,
      passkeys: now.passkeys.map((known) => (known.id === id ? { ...known, counter, usedAt } : known)),
    }));
  }

  private async spend(
    agencyId: string,
    holder: SessionHolder,
    proven: Proven,
    change: (security: AccountSecurity) => AccountSecurity | undefined,
  ): Promise<Proven | undefined> {
    let taken = false;
    await this.securities.update(agencyId, holder, (security) => {
      const changed = change(security);
      taken = changed !== undefined;
      return changed;
    });
    return taken ? proven : undefined;
  }
}

/** People type small letters, and O for 0. */
export const normaliseCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
