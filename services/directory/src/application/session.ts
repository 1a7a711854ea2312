import type { User } from '../domain/records.js';

/** What the signed-in person's browser is told. */
export interface Session {
  agencyId: string;
  agencyName: string;
  user: User;
  expiresAt: Date;
}
