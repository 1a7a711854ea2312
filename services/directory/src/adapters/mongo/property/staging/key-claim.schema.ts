import type { Stored } from '@intervia/mongo';
import { optional, schemaOf } from '@intervia/mongo';

export const KEY_CLAIM = 'KeyClaim';

const FIELDS = {
  /** Agency, then the key: who inserts it first has it. */
  _id: String,
  agencyId: String,
  kind: String,
  scope: String,
  value: String,
  holderId: String,
  /** While it is only reserved. */
  commandId: optional(String),
};

export type KeyClaimDocument = Stored<typeof FIELDS>;

export const keyClaimSchema = schemaOf<KeyClaimDocument>(FIELDS, {
  collection: 'keyClaims',
  versionKey: false,
});
keyClaimSchema.index({ agencyId: 1, holderId: 1 });
keyClaimSchema.index(
  { agencyId: 1, commandId: 1 },
  { partialFilterExpression: { commandId: { $exists: true } } },
);
