import type { SessionHolder } from './holder.js';
import type { KnownDevice } from './origin.js';

export interface Totp {
  /** Sealed. */
  secret: string;
  confirmedAt: Date;
  /** The step of the last code taken: a code is used once. */
  lastStep: number;
}

export interface Passkey {
  /** Base64url, as the authenticator gave it; unique in the world. */
  id: string;
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  addedAt: Date;
  usedAt?: Date;
}

export interface Challenge {
  value: string;
  purpose: 'add' | 'confirm';
  expiresAt: Date;
}

/** How somebody signs in, beside the password. One document a person, absent until there is something to keep. */
export interface AccountSecurity {
  agencyId: string;
  holder: SessionHolder;
  /** 0 before the first save. */
  version: number;
  totp?: Totp;
  /** Sealed; shown, and not confirmed by a code yet. */
  pendingTotp?: string;
  passkeys: readonly Passkey[];
  /** Hashes of the codes that are left. */
  recovery: readonly string[];
  devices: readonly KnownDevice[];
  passwordChangedAt?: Date;
  reset?: { hash: string; expiresAt: Date };
  challenge?: Challenge;
}

export const MOST_PASSKEYS = 10;
export const RECOVERY_CODES = 10;
export const CHALLENGE_MS = 5 * 60_000;
export const RESET_MS = 30 * 60_000;

export const noSecurity = (agencyId: string, holder: SessionHolder): AccountSecurity => ({
  agencyId,
  holder,
  version: 0,
  passkeys: [],
  recovery: [],
  devices: [],
});

export const hasTotp = ({ totp }: AccountSecurity): boolean => totp !== undefined;

export const hasSecondFactor = (security: AccountSecurity): boolean =>
  hasTotp(security) || security.passkeys.length > 0;

/** Recovery codes are for a second factor: the last one takes them along. */
export const withoutOrphans = (security: AccountSecurity): AccountSecurity =>
  hasSecondFactor(security) ? security : { ...security, recovery: [] };

/** The challenge that waits for an answer, if it does not wait too long. */
export function openChallenge(
  { challenge }: AccountSecurity,
  purpose: Challenge['purpose'],
  now: Date,
): string | undefined {
  return challenge?.purpose === purpose && challenge.expiresAt > now ? challenge.value : undefined;
}
