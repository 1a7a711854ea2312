import { isDuplicateKey, retryOnConflict, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Occupancies } from '../../../application/ports/property/occupancies.js';
import type { Span } from '../../../domain/tenancy/occupancy.js';
import { inTheWay } from '../../../domain/tenancy/occupancy.js';
import type { OccupancyDocument } from './occupancy.schema.js';
import { OCCUPANCY } from './occupancy.schema.js';
import { documentId } from './record.schema.js';

/** Leases that ended long ago are in nobody's way; the newest are kept. */
const MOST_SPANS = 200;

/** One document a unit: of two leases at the same time, the second one's write finds another version. */
@Injectable()
export class OccupancyRepository extends Occupancies {
  constructor(@InjectModel(OCCUPANCY) private readonly model: Model<OccupancyDocument>) {
    super();
  }

  reserve(agencyId: string, unitId: string, span: Span, commandId: string): Promise<Span | undefined> {
    const _id = documentId(agencyId, unitId);
    return retryOnConflict(async () => {
      const found = await this.model.findOne({ _id, agencyId }).lean<OccupancyDocument>();
      const spans = found?.spans ?? [];
      const other = inTheWay(span, spans);
      if (other)
        return { leaseId: other.leaseId, from: other.from, until: other.until, separate: other.separate };
      const own = spans.find(({ leaseId }) => leaseId === span.leaseId);
      if (own && own.from === span.from && own.until === span.until && own.separate === span.separate)
        return undefined;
      const next = [...spans.filter(({ leaseId }) => leaseId !== span.leaseId), { ...span, commandId }]
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .slice(-MOST_SPANS);
      await this.write(_id, agencyId, found?.version, next);
      return undefined;
    });
  }

  async release(agencyId: string, commandId: string): Promise<void> {
    await this.model.updateMany(
      { agencyId, 'spans.commandId': commandId },
      { $pull: { spans: { commandId } }, $inc: { version: 1 } },
    );
  }

  async keep(agencyId: string, commandId: string): Promise<void> {
    await this.model.updateMany(
      { agencyId, 'spans.commandId': commandId },
      { $set: { 'spans.$[own].commandId': '' }, $inc: { version: 1 } },
      { arrayFilters: [{ 'own.commandId': commandId }] },
    );
  }

  private async write(
    _id: string,
    agencyId: string,
    version: number | undefined,
    spans: OccupancyDocument['spans'],
  ): Promise<void> {
    if (version === undefined) {
      try {
        await this.model.create({ _id, agencyId, version: 1, spans });
        return;
      } catch (error) {
        if (isDuplicateKey(error)) throw new VersionConflict(_id);
        throw error;
      }
    }
    const { matchedCount } = await this.model.updateOne(
      { _id, agencyId, version },
      { $set: { spans }, $inc: { version: 1 } },
    );
    if (matchedCount === 0) throw new VersionConflict(_id);
  }
}
