import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { AttachedTo, BuildingSearch } from '../../../application/ports/buildings.js';
import { Buildings } from '../../../application/ports/buildings.js';
import type { Building } from '../../../domain/records.js';
import { toBuilding, toBuildingDocument } from './building.mapper.js';
import type { BuildingDocument } from './building.schema.js';
import { BUILDING } from './building.schema.js';
import { byId, knownIds, startingWith, upsertAll } from '../published.js';

@Injectable()
export class BuildingRepository extends Buildings {
  override readonly find = byId(() => this.model, toBuilding);

  constructor(@InjectModel(BUILDING) private readonly model: Model<BuildingDocument>) {
    super();
  }

  upsert(agencyId: string, buildings: readonly Building[]): Promise<void> {
    return upsertAll(
      this.model,
      buildings.map((building) => toBuildingDocument(agencyId, building)),
    );
  }

  async findMany(agencyId: string, ids: readonly string[]): Promise<Building[]> {
    const found = await this.model.find({ agencyId, id: { $in: ids } }).lean<BuildingDocument[]>();
    return found.map(toBuilding);
  }

  async ofCouncilMember(agencyId: string, partyId: string): Promise<Building[]> {
    const found = await this.model
      .find({ agencyId, 'council.partyId': partyId })
      .sort({ sortKey: 1 })
      .lean<BuildingDocument[]>();
    return found.map(toBuilding);
  }

  knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>> {
    return knownIds(this.model, agencyId, ids);
  }

  async search(agencyId: string, { module, words, limit, attachedTo }: BuildingSearch): Promise<Building[]> {
    const found = await this.model
      .find({
        agencyId,
        ...(module ? { [module]: true } : {}),
        ...startingWith(words),
        ...(attachedTo ? attached(agencyId, attachedTo) : {}),
      })
      .sort({ sortKey: 1 })
      .limit(limit)
      .lean<BuildingDocument[]>();
    return found.map(toBuilding);
  }
}

/** The agency in each branch: each has an index of its own. */
const attached = (agencyId: string, { userIds, buildingIds }: AttachedTo) => ({
  $or: [
    { agencyId, staffIds: { $in: userIds } },
    { agencyId, id: { $in: buildingIds } },
  ],
});
