import type { SessionHolder } from '../../domain/accounts/holder.js';

export type { SessionHolder } from '../../domain/accounts/holder.js';

export interface StoredSession {
  tokenHash: string;
  agencyId: string;
  holder: SessionHolder;
  expiresAt: Date;
  /** How its owner names it; says nothing of the token. Absent, like all that follows, of sessions of older releases. */
  publicId?: string;
  openedAt?: Date;
  /** When it was last prolonged. */
  seenAt?: Date;
  /** When its owner last proved who it is. */
  confirmedAt?: Date;
  address?: string;
  label?: string;
}

/** Found by the hash of their token: nobody knows the agency before. */
export abstract class Sessions {
  abstract open(session: StoredSession): Promise<void>;
  abstract find(tokenHash: string): Promise<StoredSession | undefined>;
  /** `openedAt` is written too: sessions of older releases have none. */
  abstract prolong(
    tokenHash: string,
    times: { expiresAt: Date; seenAt: Date; openedAt: Date },
  ): Promise<void>;
  abstract confirm(tokenHash: string, confirmedAt: Date): Promise<void>;
  abstract close(tokenHash: string): Promise<void>;
  /** By when they were seen, the latest first; at most 100. */
  abstract listOf(agencyId: string, holder: SessionHolder): Promise<StoredSession[]>;
  abstract closeAllOf(agencyId: string, kind: SessionHolder['kind'], ids: readonly string[]): Promise<void>;
  /** All of a person but the one given. @returns how many */
  abstract closeOthers(agencyId: string, holder: SessionHolder, tokenHash: string): Promise<number>;
  /** All of an agency but the one given. @returns whose they were, one for each session */
  abstract closeAgency(agencyId: string, tokenHash: string): Promise<SessionHolder[]>;
}
