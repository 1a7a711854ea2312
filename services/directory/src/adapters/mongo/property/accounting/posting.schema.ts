import { schemaOf } from '@intervia/mongo';
import type { Posting } from '../../../../domain/property/posting.js';

export const POSTING = 'Posting';

export interface PostingDocument extends Posting {
  /** Agency, slash, command id. */
  _id: string;
  agencyId: string;
  /** Of the account's movements, padded. */
  sequence: string;
}

export const postingSchema = schemaOf<PostingDocument>(
  {
    _id: String,
    agencyId: String,
    id: String,
    accountId: String,
    leaseId: String,
    sharerId: String,
    kind: String,
    on: String,
    label: String,
    month: String,
    amountCents: Number,
    balanceAfterCents: Number,
    recordedAt: Date,
    sequence: String,
  },
  { collection: 'postings', id: false, versionKey: false },
);
postingSchema.index({ agencyId: 1, accountId: 1, sequence: -1 });
