import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { Claim, FeedChange } from '../../application/ports/stores.js';
import { Feeds } from '../../application/ports/stores.js';
import type { Feed } from '../../domain/feed/feed.js';
import type { FeedDoc } from './schemas.js';
import { NAMES } from './schemas.js';

const MOST = 1_000;
const NOBODY = { holder: '', heldUntil: new Date(0) };

const idOf = ({ agencyId, entityId }: Pick<Feed, 'agencyId' | 'entityId'>): string =>
  `${agencyId}.${entityId}`;

function toFeed({ _id, holder: _holder, heldUntil: _until, ...doc }: FeedDoc): Feed {
  return {
    ...doc,
    ...{ lastSentAt: doc.lastSentAt ?? undefined, failure: doc.failure ?? undefined },
    nextAt: doc.nextAt ?? undefined,
  };
}

/** What is named and undefined is taken away. */
const stored = (change: FeedChange): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value ?? null]));

@Injectable()
export class FeedRepository extends Feeds {
  constructor(@InjectModel(NAMES.feeds) private readonly docs: Model<FeedDoc>) {
    super();
  }

  override async find(agencyId: string, entityId: string): Promise<Feed | undefined> {
    const found = await this.docs.findOne({ agencyId, entityId }).lean<FeedDoc>();
    return found ? toFeed(found) : undefined;
  }

  override async list(agencyId: string): Promise<Feed[]> {
    const found = await this.docs.find({ agencyId }).sort({ entityId: 1 }).limit(MOST).lean<FeedDoc[]>();
    return found.map(toFeed);
  }

  override async set(fresh: Feed, change: FeedChange): Promise<Feed> {
    const set = stored(change);
    const made = Object.fromEntries(
      Object.entries({ ...stored(fresh), ...NOBODY }).filter(([name]) => !Object.hasOwn(set, name)),
    );
    const found = await this.docs
      .findOneAndUpdate(
        { _id: idOf(fresh) },
        { $set: set, $setOnInsert: made },
        { upsert: true, returnDocument: 'after', setDefaultsOnInsert: false },
      )
      .lean<FeedDoc>();
    return toFeed(found);
  }

  override async claimDue(now: Date, { holder, until }: Claim): Promise<Feed | undefined> {
    const found = await this.docs
      .findOneAndUpdate(
        { nextAt: { $lte: now }, heldUntil: { $lte: now }, enabled: true, initialised: true },
        { $set: { holder, heldUntil: until } },
        { sort: { nextAt: 1 }, returnDocument: 'after' },
      )
      .lean<FeedDoc>();
    return found ? toFeed(found) : undefined;
  }

  override async keep(feed: Feed, holder: string, until: Date): Promise<boolean> {
    const { matchedCount } = await this.docs.updateOne(
      { _id: idOf(feed), holder, enabled: true },
      { $set: { heldUntil: until } },
    );
    return matchedCount === 1;
  }

  override async change(feed: Feed, holder: string, change: FeedChange): Promise<boolean> {
    // Who asked for it anew meanwhile has it done anew.
    const { matchedCount } = await this.docs.updateOne(
      { _id: idOf(feed), holder, enabled: true, nextAt: feed.nextAt ?? null },
      { $set: stored(change) },
    );
    return matchedCount === 1;
  }

  override async release(feed: Feed, holder: string): Promise<void> {
    await this.docs.updateOne({ _id: idOf(feed), holder }, { $set: NOBODY });
  }

  override async wake(agencyId: string, userIds: readonly string[], now: Date): Promise<void> {
    await this.docs.updateMany(
      { agencyId, userId: { $in: [...userIds] }, enabled: true, initialised: true, failure: { $ne: null } },
      { $set: { nextAt: now } },
    );
  }
}
