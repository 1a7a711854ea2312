import { Schema } from 'mongoose';

export const SIGN_IN_STEP = 'SignInStep';

export interface SignInStepDocument {
  /** SHA-256 of the token. */
  _id: string;
  client: boolean;
  agencyId?: string;
  kind?: 'user' | 'client';
  holderId?: string;
  mail: string;
  challenge: string;
  tries: number;
  expiresAt: Date;
}

export const signInStepSchema = new Schema<SignInStepDocument>(
  {
    _id: String,
    client: Boolean,
    agencyId: String,
    kind: String,
    holderId: String,
    mail: String,
    challenge: String,
    tries: Number,
    expiresAt: Date,
  },
  { collection: 'signInSteps', versionKey: false },
);
signInStepSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
