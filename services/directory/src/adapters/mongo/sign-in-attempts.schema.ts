import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';

export const SIGN_IN_ATTEMPTS = 'SignInAttempts';

const FIELDS = {
  /** SHA-256 of what is counted (domain/accounts/throttle): bounded, and no list of who tried. */
  _id: String,
  count: Number,
  windowEndsAt: Date,
};

export type SignInAttemptsDocument = Stored<typeof FIELDS>;

export const signInAttemptsSchema = schemaOf<SignInAttemptsDocument>(FIELDS, {
  collection: 'signInAttempts',
  versionKey: false,
});
signInAttemptsSchema.index({ windowEndsAt: 1 }, { expireAfterSeconds: 0 });
