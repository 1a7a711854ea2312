import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Review } from '../../application/ports/answers/reviews.js';

export const REVIEW = 'Review';

export interface ReviewDocument extends Omit<Review, 'id'> {
  _id: string;
}

const word = { type: String, required: true };
const text = { type: String, default: '' };

export const reviewSchema = schemaOf<ReviewDocument>(
  {
    _id: word,
    agencyId: word,
    channel: word,
    sender: text,
    senderName: text,
    subject: text,
    text,
    documents: [Schema.Types.Mixed],
    lost: [String],
    receivedAt: { type: Date, required: true },
    reason: word,
    state: word,
    target: Schema.Types.Mixed,
    settledBy: Schema.Types.Mixed,
    settledAt: Date,
  },
  { collection: 'reviews', versionKey: false },
);

reviewSchema.index({ agencyId: 1, state: 1, receivedAt: -1 });
