import { Schema } from 'mongoose';

export const SESSION = 'Session';

export interface SessionDocument {
  /** SHA-256 of the token: who reads the database cannot sign in with it. */
  _id: string;
  agencyId: string;
  /** One of the two: a member of staff, or a client. */
  userId?: string;
  clientId?: string;
  expiresAt: Date;
  /** Absent, like all that follows, of sessions of older releases. */
  publicId?: string;
  openedAt?: Date;
  seenAt?: Date;
  confirmedAt?: Date;
  address?: string;
  label?: string;
}

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: String,
    agencyId: String,
    userId: String,
    clientId: String,
    expiresAt: Date,
    publicId: String,
    openedAt: Date,
    seenAt: Date,
    confirmedAt: Date,
    address: String,
    label: String,
  },
  { collection: 'sessions', versionKey: false },
);
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
sessionSchema.index({ agencyId: 1, userId: 1 });
sessionSchema.index({ agencyId: 1, clientId: 1 });
