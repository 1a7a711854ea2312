import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { SourceVersions } from '../../../application/ports/imports.js';
import type { SourceVersionDocument } from './import.schema.js';
import { SOURCE_VERSION } from './import.schema.js';

@Injectable()
export class SourceVersionRepository extends SourceVersions {
  constructor(@InjectModel(SOURCE_VERSION) private readonly model: Model<SourceVersionDocument>) {
    super();
  }

  async known(agencyId: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.model
      .find({ _id: { $in: keys.map((key) => `${agencyId}/${key}`) }, agencyId })
      .lean<SourceVersionDocument[]>();
    return new Map(found.map(({ _id, version }) => [_id.slice(agencyId.length + 1), version]));
  }

  async raise(agencyId: string, versions: ReadonlyMap<string, number>): Promise<void> {
    if (versions.size === 0) return;
    const operations = [...versions].map(([key, version]) => ({
      updateOne: {
        filter: { _id: `${agencyId}/${key}` },
        update: { $max: { version }, $setOnInsert: { agencyId } },
        upsert: true,
      },
    }));
    await this.model.bulkWrite(operations, { ordered: false });
  }
}
