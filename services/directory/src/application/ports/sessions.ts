export interface StoredSession {
  tokenHash: string;
  agencyId: string;
  userId: string;
  expiresAt: Date;
}

/** Found by the hash of their token: nobody knows the agency before. */
export abstract class Sessions {
  abstract open(session: StoredSession): Promise<void>;
  abstract find(tokenHash: string): Promise<StoredSession | undefined>;
  abstract prolong(tokenHash: string, expiresAt: Date): Promise<void>;
  abstract close(tokenHash: string): Promise<void>;
  abstract closeAllOf(agencyId: string, userIds: readonly string[]): Promise<void>;
}
