import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { AccountSecurity } from '../../domain/accounts/account-security.js';
import {
  CHALLENGE_MS,
  hasSecondFactor,
  MOST_PASSKEYS,
  openChallenge,
  RECOVERY_CODES,
  withoutOrphans,
} from '../../domain/accounts/account-security.js';
import { SecondFactorRefused, StepExpired, TooManyPasskeys } from '../../domain/accounts/errors.js';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import { AccountSecurities } from '../ports/accounts/account-securities.js';
import { OneTimeCodes } from '../ports/accounts/one-time-codes.js';
import { PasskeyVerifier } from '../ports/accounts/passkey-verifier.js';
import { SealedSecrets } from '../ports/accounts/sealed-secrets.js';
import { Agencies } from '../ports/agencies.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { normaliseCode, totpPlace } from './prove.js';
import type { SignedInAccount } from './signed-in-account.js';
import { SignedInAccounts } from './signed-in-account.js';
import { TellSecurity } from './tell-security.js';
import { nameOf } from './open-session.js';

/** Second factors are set up and taken away by who has just proven who it is. */
@Injectable()
export class SecondFactorsHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly securities: AccountSecurities,
    private readonly agencies: Agencies,
    private readonly codes: OneTimeCodes,
    private readonly passkeys: PasskeyVerifier,
    private readonly secrets: SealedSecrets,
    private readonly tell: TellSecurity,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws ConfirmationRequired, SECRETS_NOT_CONFIGURED */
  async startTotp(token: string): Promise<{ secret: string; uri: string }> {
    const { account } = await this.signedIn.confirmed(token);
    const { agencyId, holder, mail } = account;
    const secret = this.codes.newSecret();
    const sealed = this.secrets.seal(secret, totpPlace(agencyId, holder));
    await this.securities.update(agencyId, holder, (security) => ({ ...security, pendingTotp: sealed }));
    const agency = await this.agencies.find(agencyId);
    return { secret, uri: this.codes.address(secret, agency?.name ?? '', mail) };
  }

  /** @returns recovery codes, with the first second factor. @throws ConfirmationRequired, StepExpired, SecondFactorRefused */
  async enableTotp(token: string, code: string, origin: Origin): Promise<string[]> {
    const found = await this.signedIn.confirmed(token);
    const now = this.clock.now();
    const { agencyId, holder } = found.account;
    return this.add(found, origin, 'totp', (security) => {
      const { pendingTotp } = security;
      if (pendingTotp === undefined) throw new StepExpired();
      const secret = this.secrets.open(pendingTotp, totpPlace(agencyId, holder));
      const lastStep = this.codes.verify(secret, code, now, undefined);
      if (lastStep === undefined) throw new SecondFactorRefused();
      return {
        ...security,
        totp: { secret: pendingTotp, confirmedAt: now, lastStep },
        pendingTotp: undefined,
      };
    });
  }

  async removeTotp(token: string, origin: Origin): Promise<void> {
    const found = await this.signedIn.confirmed(token);
    await this.remove(found, origin, 'totp', (security) => ({ ...security, totp: undefined }));
  }

  /** @throws ConfirmationRequired, TooManyPasskeys */
  async startPasskey(token: string): Promise<string> {
    const { account, person } = await this.signedIn.confirmed(token);
    const { agencyId, holder, mail } = account;
    const value = this.passkeys.newChallenge();
    const expiresAt = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    const { passkeys } = await this.securities.update(agencyId, holder, (security) => {
      if (security.passkeys.length >= MOST_PASSKEYS) throw new TooManyPasskeys();
      return { ...security, challenge: { value, purpose: 'add', expiresAt } };
    });
    const key = `${agencyId}|${holder.kind}|${holder.id}`;
    return this.passkeys.creation({ key, mail, name: nameOf(person) }, passkeys, value);
  }

  /** @throws ConfirmationRequired, StepExpired, SecondFactorRefused */
  async addPasskey(token: string, name: string, answer: string, origin: Origin): Promise<string[]> {
    const found = await this.signedIn.confirmed(token);
    const now = this.clock.now();
    const before = await this.securities.of(found.account.agencyId, found.account.holder);
    const challenge = openChallenge(before, 'add', now);
    if (challenge === undefined) throw new StepExpired();
    const created = await this.passkeys.created(answer, challenge);
    if (!created || (await this.securities.withPasskey(created.id))) throw new SecondFactorRefused();
    return this.add(found, origin, name, (security) => {
      if (openChallenge(security, 'add', now) !== challenge) throw new StepExpired();
      if (security.passkeys.length >= MOST_PASSKEYS) throw new TooManyPasskeys();
      const passkey = { ...created, name, addedAt: now };
      return { ...security, passkeys: [...security.passkeys, passkey], challenge: undefined };
    });
  }

  async removePasskey(token: string, id: string, origin: Origin): Promise<void> {
    const found = await this.signedIn.confirmed(token);
    const { passkeys } = await this.securities.of(found.account.agencyId, found.account.holder);
    const name = passkeys.find((passkey) => passkey.id === id)?.name;
    if (name === undefined) return;
    await this.remove(found, origin, name, (security) => ({
      ...security,
      passkeys: security.passkeys.filter((passkey) => passkey.id !== id),
    }));
  }

  /** The codes of before are worth nothing from now on. @throws ConfirmationRequired, StepExpired without a second factor */
  async renewCodes(token: string, origin: Origin): Promise<string[]> {
    const { account } = await this.signedIn.confirmed(token);
    const codes = this.newCodes();
    await this.securities.update(account.agencyId, account.holder, (security) => {
      if (!hasSecondFactor(security)) throw new StepExpired();
      return { ...security, recovery: this.hashes(codes) };
    });
    await this.tell.log(account, 'recovery-codes-renewed', origin);
    return codes;
  }

  private async add(
    { account }: SignedInAccount,
    origin: Origin,
    about: string,
    change: (security: AccountSecurity) => AccountSecurity,
  ): Promise<string[]> {
    const codes = this.newCodes();
    let isFirst = false;
    await this.securities.update(
      account.agencyId,
      account.holder,
      (security) => {
        isFirst = !hasSecondFactor(security);
        const changed = change(security);
        return isFirst ? { ...changed, recovery: this.hashes(codes) } : changed;
      },
      true,
    );
    await this.told(account, 'second-factor-added', origin, about);
    return isFirst ? codes : [];
  }

  private async remove(
    { account }: SignedInAccount,
    origin: Origin,
    about: string,
    change: (security: AccountSecurity) => AccountSecurity,
  ): Promise<void> {
    await this.securities.update(
      account.agencyId,
      account.holder,
      (security) => withoutOrphans(change(security)),
      true,
    );
    await this.told(account, 'second-factor-removed', origin, about);
  }

  private async told(
    account: SignedInAccount['account'],
    kind: SecurityEventKind,
    origin: Origin,
    about: string,
  ): Promise<void> {
    await this.tell.log(account, kind, origin, about);
    await this.tell.secondFactorChanged(account, origin);
  }

  private newCodes(): string[] {
    return Array.from({ length: RECOVERY_CODES }, () => this.tokens.recoveryCode());
  }

  private hashes(codes: readonly string[]): string[] {
    return codes.map((code) => this.tokens.hash(normaliseCode(code)));
  }
}
