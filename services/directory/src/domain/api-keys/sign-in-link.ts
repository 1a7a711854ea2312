/** A link by which a program of the agency signs one of its users in. Only the hash of its secret is kept. */
export interface SignInLink {
  tokenHash: string;
  agencyId: string;
  userId: string;
  /** Of the program: a key that is revoked meanwhile signs nobody in. */
  keyId: string;
  expiresAt: Date;
}

/** Specification, "The LSC desktop": 60 s, one use. */
const LINK_MS = 60_000;

export const linkEnd = (now: Date): Date => new Date(now.getTime() + LINK_MS);
