import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Origin } from '../../domain/accounts/origin.js';
import type { SecurityEventKind } from '../../domain/accounts/security-event.js';
import type { ApiKey, ApiScope } from '../../domain/api-keys/api-key.js';
import {
  canRotate,
  isLive,
  LONGEST_KEY_NAME,
  MOST_LIVE_KEYS,
  withoutSecrets,
} from '../../domain/api-keys/api-key.js';
import {
  ApiKeyNotFound,
  ApiKeyTwoLive,
  InvalidApiKey,
  TooManyApiKeys,
} from '../../domain/api-keys/errors.js';
import type { SignInAccount } from '../accounts/sign-in-accounts.js';
import { SignedInAccounts } from '../accounts/signed-in-account.js';
import { TellSecurity } from '../accounts/tell-security.js';
import { nameOf } from '../accounts/open-session.js';
import { ApiKeys } from '../ports/api-keys.js';
import { SessionTokens } from '../ports/session-tokens.js';
import { MakeSecret } from './make-secret.js';

export interface AskedKey {
  name: string;
  scopes: readonly ApiScope[];
  expiresAt?: Date;
}

export interface ShownKey {
  key: ApiKey;
  /** With its secret: nobody can read it again. */
  shownOnce: string;
}

/** What administrators do with the keys of their agency's programs. */
@Injectable()
export class AdministerApiKeysHandler {
  constructor(
    private readonly signedIn: SignedInAccounts,
    private readonly keys: ApiKeys,
    private readonly make: MakeSecret,
    private readonly tell: TellSecurity,
    private readonly tokens: SessionTokens,
    private readonly clock: Clock,
  ) {}

  /** Live ones first. */
  async list(token: string): Promise<ApiKey[]> {
    const { agencyId } = (await this.signedIn.administrator(token)).account;
    const now = this.clock.now();
    const keys = await this.keys.list(agencyId);
    const live = keys.filter((key) => isLive(key, now));
    return [...live, ...keys.filter((key) => !live.includes(key))];
  }

  async create(token: string, asked: AskedKey, origin: Origin): Promise<ShownKey> {
    const { account, person } = await this.signedIn.confirmedAdministrator(token);
    const { agencyId } = account;
    const now = this.clock.now();
    check(asked, now);
    const live = (await this.keys.list(agencyId)).filter((key) => isLive(key, now));
    if (live.length >= MOST_LIVE_KEYS) throw new TooManyApiKeys(MOST_LIVE_KEYS);
    const { secret, shownOnce } = this.make.secret(now);
    const key: ApiKey = {
      id: this.tokens.publicId(),
      agencyId,
      version: 1,
      name: asked.name.trim(),
      scopes: [...new Set(asked.scopes)],
      createdAt: now,
      createdBy: nameOf(person),
      ...(asked.expiresAt && { expiresAt: asked.expiresAt }),
      secrets: [secret],
    };
    await this.keys.add(key);
    await this.log(account, 'api-key-created', origin, key, secret.prefix);
    return { key, shownOnce };
  }

  /** The first secret goes on: programs are given the second one at their time. */
  async rotate(token: string, id: string, origin: Origin): Promise<ShownKey> {
    const { account } = await this.signedIn.confirmedAdministrator(token);
    const now = this.clock.now();
    const { secret, shownOnce } = this.make.secret(now);
    const key = await this.keys.update(account.agencyId, id, (before) => {
      if (!isLive(before, now)) throw new ApiKeyNotFound();
      if (!canRotate(before)) throw new ApiKeyTwoLive();
      return { ...before, secrets: [...before.secrets, secret] };
    });
    if (!key) throw new ApiKeyNotFound();
    await this.log(account, 'api-key-rotated', origin, key, secret.prefix);
    return { key, shownOnce };
  }

  /** @param prefix of one secret; empty: the key with all of them */
  async revoke(token: string, id: string, prefix: string, origin: Origin): Promise<ApiKey> {
    const { account } = await this.signedIn.confirmedAdministrator(token);
    const now = this.clock.now();
    const key = await this.keys.update(account.agencyId, id, (before) => {
      if (prefix !== '' && !before.secrets.some((secret) => secret.prefix === prefix))
        throw new ApiKeyNotFound();
      return withoutSecrets(before, (secret) => prefix === '' || secret.prefix === prefix, now);
    });
    if (!key) throw new ApiKeyNotFound();
    await this.log(account, 'api-key-revoked', origin, key, prefix);
    return key;
  }

  private log(account: SignInAccount, kind: SecurityEventKind, origin: Origin, key: ApiKey, prefix: string) {
    return this.tell.log(account, kind, origin, [key.name, prefix].filter(Boolean).join(' · '));
  }
}

/** @throws InvalidApiKey */
function check({ name, scopes, expiresAt }: AskedKey, now: Date): void {
  if (name.trim() === '') throw new InvalidApiKey('name', 'REQUIRED');
  if (name.length > LONGEST_KEY_NAME) throw new InvalidApiKey('name', 'TOO_LONG');
  if (scopes.length === 0) throw new InvalidApiKey('scopes', 'REQUIRED');
  if (expiresAt && expiresAt <= now) throw new InvalidApiKey('expiresAt', 'IN_THE_PAST');
}
