import type { Stored } from '@intervia/mongo';
import { as, optional, schemaOf } from '@intervia/mongo';

export const SIGN_IN_STEP = 'SignInStep';

const FIELDS = {
  /** SHA-256 of the token. */
  _id: String,
  client: Boolean,
  agencyId: optional(String),
  kind: optional(as<'user' | 'client'>(String)),
  holderId: optional(String),
  mail: String,
  challenge: String,
  tries: Number,
  expiresAt: Date,
};

export type SignInStepDocument = Stored<typeof FIELDS>;

export const signInStepSchema = schemaOf<SignInStepDocument>(FIELDS, {
  collection: 'signInSteps',
  versionKey: false,
});
signInStepSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
