/** Whose session it is. The two kinds never meet: a client's token opens nothing of the staff's. */
export interface SessionHolder {
  kind: 'user' | 'client';
  /** A user's id, or a party's. */
  id: string;
}

export interface StoredSession {
  tokenHash: string;
  agencyId: string;
  holder: SessionHolder;
  expiresAt: Date;
}

/** Found by the hash of their token: nobody knows the agency before. */
export abstract class Sessions {
  abstract open(session: StoredSession): Promise<void>;
  abstract find(tokenHash: string): Promise<StoredSession | undefined>;
  abstract prolong(tokenHash: string, expiresAt: Date): Promise<void>;
  abstract close(tokenHash: string): Promise<void>;
  abstract closeAllOf(agencyId: string, kind: SessionHolder['kind'], ids: readonly string[]): Promise<void>;
}
