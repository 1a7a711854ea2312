import { fieldDate } from '@intervia/french';
import { OutboxRelay, pushToOutbox } from '@intervia/mongo';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { IndexTable } from '../../application/ports/index-table.js';
import type { AddedQuarter } from '../../domain/irl/added.js';
import { keyOf } from '../../domain/irl/series.js';
import { quarterEvent } from '../nats/index-events.js';
import { INDEX_QUARTER } from './index-quarter.schema.js';
import type { IndexQuarterDocument } from './index-quarter.schema.js';
import { INDEX_RELAY } from './relays.js';

/** A century of quarters of every index and territory. */
const MOST = 2_000;

@Injectable()
export class MongoIndexTable extends IndexTable {
  constructor(
    @InjectModel(INDEX_QUARTER) private readonly model: Model<IndexQuarterDocument>,
    @Inject(INDEX_RELAY) private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async added(agencyId: string): Promise<AddedQuarter[]> {
    const found = await this.model
      .find({ agencyId }, { outbox: 0 })
      .limit(MOST)
      .lean<IndexQuarterDocument[]>();
    return found.map(({ index, territory, quarter, value, source, publishedOn, addedBy, addedAt }) => ({
      ...{ index, territory, quarter, value, addedBy },
      source: source ?? '',
      publishedOn: publishedOn ?? '',
      addedOn: fieldDate(addedAt),
    }));
  }

  async put(agencyId: string, quarter: AddedQuarter, at: Date): Promise<void> {
    const id = `${agencyId}/${keyOf(quarter)}`;
    const { addedOn: _, ...typed } = quarter;
    const { $push, $set } = pushToOutbox([quarterEvent(agencyId, quarter, at)], at);
    await this.model.updateOne(
      { _id: id, agencyId },
      { $push, $set: { ...$set, ...typed, addedAt: at } },
      { upsert: true },
    );
    this.relay.notify(id);
  }
}
