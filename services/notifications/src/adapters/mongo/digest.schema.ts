import type { Stored } from '@intervia/mongo';
import { optional, required, schemaOf } from '@intervia/mongo';

export const DIGEST_PREFERENCE = 'DigestPreference';

const FIELDS = {
  /** Agency and user. */
  _id: required(String),
  agencyId: required(String),
  userId: required(String),
  digest: required(Boolean),
  hour: required(Number),
  /** Absent for somebody who wants single mails, and whose last digest has left. */
  dueAt: optional(Date),
};

export type DigestPreferenceDocument = Stored<typeof FIELDS>;

export const digestPreferenceSchema = schemaOf<DigestPreferenceDocument>(FIELDS, {
  collection: 'digest-preferences',
  versionKey: false,
});

digestPreferenceSchema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
