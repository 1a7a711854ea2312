import { Injectable } from '@nestjs/common';
import type { Building, ModuleName } from '../domain/records.js';
import { queryWords } from '../domain/search-words.js';
import { staffIds } from '../domain/staff.js';
import type { Asker } from './asker.js';
import { effectiveLimit } from './limit.js';
import { Buildings } from './ports/buildings.js';
import { Units } from './ports/units.js';

interface BuildingList {
  buildings: Building[];
  /** Of them, those that only a unit of theirs brought in. */
  unitsOnlyIds: string[];
}

/** By name; to who is attached to places only, those of their own and those where a unit is theirs. */
@Injectable()
export class ListBuildingsQuery {
  constructor(
    private readonly buildings: Buildings,
    private readonly units: Units,
  ) {}

  async execute(
    { agencyId, attachedUserIds }: Asker,
    { module, search, limit }: { module: ModuleName | undefined; search: string; limit: number },
  ): Promise<BuildingList> {
    const attachedTo = attachedUserIds && {
      userIds: attachedUserIds,
      buildingIds: await this.units.buildingIdsOf(agencyId, attachedUserIds),
    };
    const words = queryWords(search);
    const asked = { module, words, limit: effectiveLimit(limit), attachedTo };
    const buildings = await this.buildings.search(agencyId, asked);
    const isTheirs = (building: Building) =>
      !attachedUserIds || staffIds(building).some((id) => attachedUserIds.includes(id));
    const unitsOnlyIds = buildings.filter((building) => !isTheirs(building)).map(({ id }) => id);
    return { buildings, unitsOnlyIds };
  }
}
