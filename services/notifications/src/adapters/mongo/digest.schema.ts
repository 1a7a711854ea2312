import { Schema } from 'mongoose';

export const DIGEST_PREFERENCE = 'DigestPreference';

export interface DigestPreferenceDocument {
  /** Agency and user. */
  _id: string;
  agencyId: string;
  userId: string;
  digest: boolean;
  hour: number;
  /** Absent for somebody who wants single mails, and whose last digest has left. */
  dueAt?: Date;
}

const word = { type: String, required: true };

export const digestPreferenceSchema = new Schema<DigestPreferenceDocument>(
  {
    _id: word,
    agencyId: word,
    userId: word,
    digest: { type: Boolean, required: true },
    hour: { type: Number, required: true },
    dueAt: Date,
  },
  { collection: 'digest-preferences', versionKey: false },
);

digestPreferenceSchema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
