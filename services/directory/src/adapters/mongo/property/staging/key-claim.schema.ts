import { Schema } from 'mongoose';

export const KEY_CLAIM = 'KeyClaim';

export interface KeyClaimDocument {
  /** Agency, then the key: who inserts it first has it. */
  _id: string;
  agencyId: string;
  kind: string;
  scope: string;
  value: string;
  holderId: string;
  /** While it is only reserved. */
  commandId?: string;
}

export const keyClaimSchema = new Schema<KeyClaimDocument>(
  {
    _id: String,
    agencyId: String,
    kind: String,
    scope: String,
    value: String,
    holderId: String,
    commandId: String,
  },
  { collection: 'keyClaims', versionKey: false },
);
keyClaimSchema.index({ agencyId: 1, holderId: 1 });
keyClaimSchema.index(
  { agencyId: 1, commandId: 1 },
  { partialFilterExpression: { commandId: { $exists: true } } },
);
