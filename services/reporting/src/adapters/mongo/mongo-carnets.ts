import { VersionConflict, isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Carnets } from '../../application/ports/carnets.js';
import type { Carnet } from '../../domain/reports/carnet.js';
import { CARNET } from './report.schema.js';
import type { CarnetDocument } from './report.schema.js';

@Injectable()
export class MongoCarnets extends Carnets {
  constructor(@InjectModel(CARNET) private readonly model: Model<CarnetDocument>) {
    super();
  }

  async read(agencyId: string, buildingId: string): Promise<Carnet> {
    const _id = `${agencyId}/${buildingId}`;
    const found = await this.model.findOne({ _id, agencyId }).lean<CarnetDocument>();
    return { agencyId, buildingId, entries: found?.entries ?? [], version: found?.version ?? 0 };
  }

  async save({ agencyId, buildingId, entries, version }: Carnet): Promise<Carnet> {
    const _id = `${agencyId}/${buildingId}`;
    const next = { agencyId, buildingId, entries: [...entries], version: version + 1 };
    if (version === 0) {
      await this.model.create({ _id, ...next }).catch((error: unknown) => {
        throw isDuplicateKey(error) ? new VersionConflict(_id) : error;
      });
      return next;
    }
    const { matchedCount } = await this.model.updateOne({ _id, agencyId, version }, { $set: next });
    if (matchedCount === 0) throw new VersionConflict(_id);
    return next;
  }
}
