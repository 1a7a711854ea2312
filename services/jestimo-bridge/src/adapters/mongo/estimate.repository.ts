import { isDuplicateKey } from '@intervia/mongo';
import { STRUCK_OUT } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Estimates } from '../../application/ports/stores.js';
import type { Estimate } from '../../domain/estimate/estimate.js';
import type { EstimateDoc } from './schemas.js';
import { NAMES } from './schemas.js';

const toEstimate = ({ _id, agencyId: _agencyId, ...rest }: EstimateDoc): Estimate => ({ ...rest, id: _id });

@Injectable()
export class EstimateRepository extends Estimates {
  constructor(@InjectModel(NAMES.estimates) private readonly docs: Model<EstimateDoc>) {
    super();
  }

  override async find(agencyId: string, id: string): Promise<Estimate | undefined> {
    const found = await this.docs.findOne({ _id: id, agencyId }).lean<EstimateDoc>();
    return found ? toEstimate(found) : undefined;
  }

  override async add(agencyId: string, { id, ...estimate }: Estimate): Promise<void> {
    try {
      await this.docs.create({ ...estimate, _id: id, agencyId });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  override async forgetUser(agencyId: string, userId: string): Promise<number> {
    const { modifiedCount } = await this.docs.updateMany(
      { agencyId, userId },
      { $set: { userId: '', userName: STRUCK_OUT } },
    );
    return modifiedCount;
  }

  override async ofUnit(agencyId: string, unitId: string, limit: number): Promise<Estimate[]> {
    const found = await this.docs
      .find({ agencyId, unitId })
      .sort({ madeAt: -1 })
      .limit(limit)
      .lean<EstimateDoc[]>();
    return found.map(toEstimate);
  }
}
