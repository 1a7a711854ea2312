import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type {
  NewReview,
  Review,
  ReviewState,
  ReviewTarget,
  Settlement,
} from '../../application/ports/answers/reviews.js';
import { ReviewAlreadySettled, ReviewNotFound, Reviews } from '../../application/ports/answers/reviews.js';
import type { ReviewDocument } from './review.schema.js';
import { REVIEW } from './review.schema.js';

@Injectable()
export class ReviewRepository extends Reviews {
  constructor(@InjectModel(REVIEW) private readonly model: Model<ReviewDocument>) {
    super();
  }

  async eraseTicket(agencyId: string, ticketId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, state: 'assigned', 'target.ticketId': ticketId });
  }

  async add({ id, ...review }: NewReview): Promise<void> {
    await this.model.updateOne({ _id: id }, { $setOnInsert: { ...review, state: 'open' } }, { upsert: true });
  }

  async list(agencyId: string, state: ReviewState, limit: number): Promise<readonly Review[]> {
    const found = await this.model
      .find({ agencyId, state })
      .sort({ receivedAt: -1 })
      .limit(limit)
      .lean<ReviewDocument[]>();
    return found.map(toReview);
  }

  reserve(agencyId: string, id: string, target: ReviewTarget): Promise<Review> {
    const same = Object.entries(target).map(([field, value]) => [`target.${field}`, value] as const);
    // Free, or reserved for the same place by an attempt that did not get to its end.
    const free = { $or: [{ target: { $exists: false } }, Object.fromEntries(same)] };
    return this.changeOpen(agencyId, id, free, { $set: { target } });
  }

  async release(agencyId: string, id: string): Promise<void> {
    await this.model.updateOne({ _id: id, agencyId, state: 'open' }, { $unset: { target: 1 } });
  }

  settle(agencyId: string, id: string, { state, by, at }: Settlement): Promise<Review> {
    // A review on its way into a ticket is not dismissed meanwhile.
    const condition = state === 'dismissed' ? { target: { $exists: false } } : {};
    return this.changeOpen(agencyId, id, condition, { $set: { state, settledBy: by, settledAt: at } });
  }

  private async changeOpen(agencyId: string, id: string, condition: object, update: object): Promise<Review> {
    const changed = await this.model
      .findOneAndUpdate({ _id: id, agencyId, state: 'open', ...condition }, update, {
        returnDocument: 'after',
      })
      .lean<ReviewDocument>();
    if (changed) return toReview(changed);
    if (await this.model.exists({ _id: id, agencyId })) throw new ReviewAlreadySettled();
    throw new ReviewNotFound();
  }
}

const toReview = ({ _id: id, ...rest }: ReviewDocument): Review => ({ id, ...rest });
