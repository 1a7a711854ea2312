import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { SendingItem } from '../../application/ports/stores.js';
import { SentRecords } from '../../application/ports/stores.js';
import type { RecordKind } from '../../domain/feed/record.js';
import type { RecordDoc } from './schemas.js';
import { NAMES } from './schemas.js';

@Injectable()
export class SentRecordRepository extends SentRecords {
  constructor(@InjectModel(NAMES.records) private readonly docs: Model<RecordDoc>) {
    super();
  }

  override async said(
    agencyId: string,
    entityId: string,
    kind: RecordKind,
    unitIds: readonly string[],
  ): Promise<Map<string, string>> {
    const found = await this.docs
      .find({ agencyId, entityId, kind, unitId: { $in: [...unitIds] } }, { unitId: 1, said: 1 })
      .lean<RecordDoc[]>();
    return new Map(found.map(({ unitId, said }) => [unitId, said]));
  }

  override async save(
    agencyId: string,
    entityId: string,
    items: readonly SendingItem[],
    at: Date,
  ): Promise<void> {
    await this.docs.bulkWrite(
      items.map(({ unitId, kind, said }) => ({
        updateOne: {
          filter: { agencyId, entityId, kind, unitId },
          update: { $set: { said, at }, $setOnInsert: { _id: [agencyId, entityId, kind, unitId].join('.') } },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }

  override async count(agencyId: string, entityId: string): Promise<number> {
    return this.docs.countDocuments({ agencyId, entityId });
  }
}
