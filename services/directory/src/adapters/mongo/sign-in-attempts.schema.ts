import { Schema } from 'mongoose';

export const SIGN_IN_ATTEMPTS = 'SignInAttempts';

export interface SignInAttemptsDocument {
  /** SHA-256 of what is counted (domain/accounts/throttle): bounded, and no list of who tried. */
  _id: string;
  count: number;
  windowEndsAt: Date;
}

export const signInAttemptsSchema = new Schema<SignInAttemptsDocument>(
  { _id: String, count: Number, windowEndsAt: Date },
  { collection: 'signInAttempts', versionKey: false },
);
signInAttemptsSchema.index({ windowEndsAt: 1 }, { expireAfterSeconds: 0 });
