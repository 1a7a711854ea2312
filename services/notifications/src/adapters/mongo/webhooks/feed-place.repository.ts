import type { Stored } from '@intervia/mongo';
import { required, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Place } from '../../../application/ports/webhooks/feed-place.js';
import { FeedPlace } from '../../../application/ports/webhooks/feed-place.js';

export const FEED_PLACE = 'FeedPlace';
const ONLY = 'webhooks';

const FIELDS = {
  _id: required(String),
  madeAt: required(String),
  sequence: required(Number),
};

type FeedPlaceDocument = Stored<typeof FIELDS>;

export const feedPlaceSchema = schemaOf<FeedPlaceDocument>(FIELDS, {
  collection: 'feed-places',
  versionKey: false,
});

@Injectable()
export class FeedPlaceRepository extends FeedPlace {
  constructor(@InjectModel(FEED_PLACE) private readonly model: Model<FeedPlaceDocument>) {
    super();
  }

  async read(): Promise<Place | undefined> {
    const found = await this.model.findById(ONLY).lean<FeedPlaceDocument>();
    return found ? { madeAt: found.madeAt, sequence: found.sequence } : undefined;
  }

  async save({ madeAt, sequence }: Place): Promise<void> {
    await this.model.updateOne({ _id: ONLY }, { $set: { madeAt, sequence } }, { upsert: true });
  }
}
