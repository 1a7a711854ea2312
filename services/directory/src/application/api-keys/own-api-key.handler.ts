import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import { wrongKeyLimits } from '../../domain/accounts/throttle.js';
import type { ApiKey, ApiSecret } from '../../domain/api-keys/api-key.js';
import { API_KEY_FORM, canRotate, isExpired, used, withoutSecrets } from '../../domain/api-keys/api-key.js';
import { ApiKeyExpired, ApiKeyInvalid, ApiKeyTwoLive } from '../../domain/api-keys/errors.js';
import { ThrottleAttempts } from '../accounts/throttle-attempts.js';
import { SecurityLog } from '../ports/accounts/security-log.js';
import { Agencies } from '../ports/agencies.js';
import { ApiKeys } from '../ports/api-keys.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { MakeSecret } from './make-secret.js';

export interface Program {
  key: ApiKey;
  /** The one that was shown. */
  secret: ApiSecret;
  agencyName: string;
}

/** Whoever shows a key acts for its agency, and upon that key alone. */
@Injectable()
export class OwnApiKeyHandler {
  constructor(
    private readonly keys: ApiKeys,
    private readonly agencies: Agencies,
    private readonly throttle: ThrottleAttempts,
    private readonly log: SecurityLog,
    private readonly make: MakeSecret,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** @throws ApiKeyInvalid, ApiKeyExpired, TooManyAttempts */
  async authenticate(shown: string, origin: Origin): Promise<Program> {
    const now = this.clock.now();
    const { key, secret } = await this.find(shown, origin, now);
    const agency = await this.agencies.find(key.agencyId);
    if (!agency) throw new ApiKeyInvalid();
    await this.remember(key, secret, origin, now);
    return { key, secret, agencyName: agency.name };
  }

  /** The secret that was shown goes on, until `endOlder` is asked for with the new one. @throws ApiKeyTwoLive */
  async rotate(shown: string, origin: Origin): Promise<{ shownOnce: string; prefix: string }> {
    const now = this.clock.now();
    const { key } = await this.find(shown, origin, now);
    const { secret, shownOnce } = this.make.secret(now);
    await this.keys.update(key.agencyId, key.id, (before) => {
      if (!canRotate(before)) throw new ApiKeyTwoLive();
      return { ...before, secrets: [...before.secrets, secret] };
    });
    await this.record('api-key-rotated', key, secret.prefix, origin);
    return { shownOnce, prefix: secret.prefix };
  }

  /** All secrets but the one that is shown. */
  async endOlder(shown: string, origin: Origin): Promise<number> {
    const now = this.clock.now();
    const { key, secret } = await this.find(shown, origin, now);
    let ended: readonly ApiSecret[] = [];
    await this.keys.update(key.agencyId, key.id, (before) => {
      ended = before.secrets.filter(({ hash }) => hash !== secret.hash);
      return ended.length === 0 ? undefined : withoutSecrets(before, (other) => ended.includes(other), now);
    });
    for (const { prefix } of ended) await this.record('api-key-revoked', key, prefix, origin);
    return ended.length;
  }

  /** Wrong keys alone are counted: nobody locks out who has a right one. */
  private async find(shown: string, origin: Origin, now: Date): Promise<{ key: ApiKey; secret: ApiSecret }> {
    const hash = this.tokens.hash(shown);
    const key = API_KEY_FORM.test(shown) ? await this.keys.withSecret(hash) : undefined;
    const secret = key?.secrets.find((one) => one.hash === hash);
    if (!key || !secret || key.revokedAt) {
      await this.throttle.count(wrongKeyLimits(origin), now);
      throw new ApiKeyInvalid();
    }
    if (isExpired(key, now)) throw new ApiKeyExpired();
    return { key, secret };
  }

  private async remember(key: ApiKey, { hash }: ApiSecret, origin: Origin, now: Date): Promise<void> {
    const said = key.secrets.find((one) => one.hash === hash);
    if (!said || !used(said, origin.address, now)) return;
    let isNewPlace = false;
    await this.keys.update(key.agencyId, key.id, (before) => {
      const secret = before.secrets.find((one) => one.hash === hash);
      const use = secret && used(secret, origin.address, now);
      isNewPlace = use?.isNewPlace ?? false;
      if (!use) return undefined;
      return { ...before, secrets: before.secrets.map((one) => (one.hash === hash ? use.secret : one)) };
    });
    if (isNewPlace) await this.record('api-key-used', key, said.prefix, origin);
  }

  private record(
    kind: SecurityEventKind,
    { agencyId, id, name }: ApiKey,
    about: string,
    origin: Origin,
  ): Promise<void> {
    return this.log.record({ agencyId, kind, person: { kind: 'user', id, name }, origin, about });
  }
}
