import type { Stored } from '@intervia/mongo';
import { optional, schemaOf } from '@intervia/mongo';

export const SESSION = 'Session';

const FIELDS = {
  /** SHA-256 of the token: who reads the database cannot sign in with it. */
  _id: String,
  agencyId: String,
  /** One of the two: a member of staff, or a client. */
  userId: optional(String),
  clientId: optional(String),
  expiresAt: Date,
  /** Absent, like all that follows, of sessions of older releases. */
  publicId: optional(String),
  openedAt: optional(Date),
  seenAt: optional(Date),
  confirmedAt: optional(Date),
  address: optional(String),
  label: optional(String),
};

export type SessionDocument = Stored<typeof FIELDS>;

export const sessionSchema = schemaOf<SessionDocument>(FIELDS, { collection: 'sessions', versionKey: false });
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
sessionSchema.index({ agencyId: 1, userId: 1 });
sessionSchema.index({ agencyId: 1, clientId: 1 });
