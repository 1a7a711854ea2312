import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';

export const SIGN_IN_LINK = 'SignInLink';

const FIELDS = {
  /** SHA-256 of its secret. */
  _id: String,
  agencyId: String,
  userId: String,
  keyId: String,
  expiresAt: Date,
};

export type SignInLinkDocument = Stored<typeof FIELDS>;

export const signInLinkSchema = schemaOf<SignInLinkDocument>(FIELDS, {
  collection: 'signInLinks',
  versionKey: false,
});
signInLinkSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
