/** Keys of an agency's programs. A key has one secret, or two while it is being rotated; only their hashes are kept. */

export const API_SCOPES = ['base:write', 'changes:read', 'tickets:read', 'tickets:open'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

export interface ApiSecret {
  /** Beginning of the key as it was shown: `itv_` and twelve letters. */
  prefix: string;
  hash: string;
  createdAt: Date;
  lastUsedAt?: Date;
  /** Addresses it was used from, the newest last. */
  addresses: readonly string[];
}

export interface ApiKey {
  id: string;
  agencyId: string;
  version: number;
  name: string;
  scopes: readonly ApiScope[];
  createdAt: Date;
  /** Name of the administrator. */
  createdBy: string;
  expiresAt?: Date;
  revokedAt?: Date;
  secrets: readonly ApiSecret[];
}

export const MOST_LIVE_KEYS = 20;
export const LONGEST_KEY_NAME = 80;
const MOST_SECRETS = 2;
const MOST_ADDRESSES = 20;
/** Whoever polls every few seconds does not write every few seconds. */
const USE_PRECISION_MS = 60_000;

/** `itv_`, twelve characters that say nothing, `_`, 256 random bits. */
export const API_KEY_FORM = /^(itv_[A-Za-z0-9_-]{12})_[A-Za-z0-9_-]{43}$/;

export const isExpired = ({ expiresAt }: Pick<ApiKey, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== undefined && expiresAt <= now;

export const isLive = (key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): boolean =>
  key.revokedAt === undefined && !isExpired(key, now);

export const canRotate = ({ secrets }: Pick<ApiKey, 'secrets'>): boolean => secrets.length < MOST_SECRETS;

export const newSecret = (prefix: string, hash: string, createdAt: Date): ApiSecret => ({
  prefix,
  hash,
  createdAt,
  addresses: [],
});

/** Without one of its secrets, or without any; a key without secrets is revoked, for good. */
export function withoutSecrets(key: ApiKey, gone: (secret: ApiSecret) => boolean, now: Date): ApiKey {
  const secrets = key.secrets.filter((secret) => !gone(secret));
  return { ...key, secrets, ...(secrets.length === 0 && { revokedAt: key.revokedAt ?? now }) };
}

/** What a use changes; undefined when it says nothing new. */
export function used(
  secret: ApiSecret,
  address: string,
  now: Date,
): { secret: ApiSecret; isNewPlace: boolean } | undefined {
  const isNewPlace = !secret.addresses.includes(address);
  const since = now.getTime() - (secret.lastUsedAt?.getTime() ?? Number.NEGATIVE_INFINITY);
  if (!isNewPlace && secret.addresses.at(-1) === address && since < USE_PRECISION_MS) return undefined;
  const others = secret.addresses.filter((known) => known !== address);
  const addresses = [...others, address].slice(-MOST_ADDRESSES);
  return { secret: { ...secret, addresses, lastUsedAt: now }, isNewPlace };
}
