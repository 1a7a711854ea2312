import { Injectable } from '@nestjs/common';
import { queryWords } from '../domain/search-words.js';
import type { Asker } from './asker.js';
import { effectiveLimit } from './limit.js';
import { Units } from './ports/units.js';
import type { UnitRow } from './unit-rows.js';
import { UnitRows } from './unit-rows.js';

@Injectable()
export class ListUnitsQuery {
  constructor(
    private readonly units: Units,
    private readonly rows: UnitRows,
  ) {}

  async execute(
    { agencyId, attachedUserIds }: Asker,
    { buildingId, search, limit }: { buildingId: string; search: string; limit: number },
  ): Promise<UnitRow[]> {
    const units = await this.units.search(agencyId, {
      buildingId,
      words: queryWords(search),
      limit: effectiveLimit(limit),
      userIds: attachedUserIds,
    });
    return this.rows.of(agencyId, units);
  }
}
