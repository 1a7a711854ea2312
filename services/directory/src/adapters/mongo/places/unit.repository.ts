import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { UnitIndex, UnitSearch } from '../../../application/ports/units.js';
import { Units } from '../../../application/ports/units.js';
import type { Unit } from '../../../domain/records.js';
import { byId, startingWith, upsertAll } from '../published.js';
import { toUnit, toUnitDocument } from './unit.mapper.js';
import type { UnitDocument } from './unit.schema.js';
import { UNIT } from './unit.schema.js';

@Injectable()
export class UnitRepository extends Units {
  override readonly find = byId(() => this.model, toUnit);

  constructor(@InjectModel(UNIT) private readonly model: Model<UnitDocument>) {
    super();
  }

  upsert(agencyId: string, units: readonly Unit[]): Promise<void> {
    return upsertAll(
      this.model,
      units.map((unit) => toUnitDocument(agencyId, unit)),
    );
  }

  async search(agencyId: string, { buildingId, words, limit, userIds }: UnitSearch): Promise<Unit[]> {
    const found = await this.model
      .find({
        agencyId,
        ...(buildingId ? { buildingId } : {}),
        ...(userIds ? { staffIds: { $in: userIds } } : {}),
        ...startingWith(words),
      })
      .sort({ sortKey: 1 })
      .limit(limit)
      .lean<UnitDocument[]>();
    return found.map(toUnit);
  }

  async touchedBy(
    agencyId: string,
    changed: { unitIds: readonly string[]; buildingIds: readonly string[]; partyIds: readonly string[] },
  ): Promise<Unit[]> {
    // One query per index instead of an $or.
    const wanted: [keyof UnitDocument, readonly string[]][] = [
      ['id', changed.unitIds],
      ['buildingId', changed.buildingIds],
      ['ownerId', changed.partyIds],
      ['tenantIds', changed.partyIds],
    ];
    const found = await Promise.all(
      wanted
        .filter(([, ids]) => ids.length > 0)
        .map(([field, ids]) => this.model.find({ agencyId, [field]: { $in: ids } }).lean<UnitDocument[]>()),
    );
    return [...new Map(found.flat().map((document) => [document.id, toUnit(document)])).values()];
  }

  buildingIdsOf(agencyId: string, userIds: readonly string[]): Promise<string[]> {
    return this.model.distinct('buildingId', { agencyId, staffIds: { $in: userIds } });
  }

  async saveIndex(agencyId: string, index: ReadonlyMap<string, UnitIndex>): Promise<void> {
    if (index.size === 0) return;
    const operations = [...index].map(([id, { words, staffIds }]) => ({
      updateOne: {
        filter: { agencyId, id },
        update: { $set: { words: [...words], staffIds: [...staffIds] } },
      },
    }));
    await this.model.bulkWrite(operations, { ordered: false });
  }
}
