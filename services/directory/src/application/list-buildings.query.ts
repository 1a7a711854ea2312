import { Injectable } from '@nestjs/common';
import type { Building, ModuleName } from '../domain/records.js';
import { queryWords } from '../domain/search-words.js';
import { effectiveLimit } from './limit.js';
import { Buildings } from './ports/buildings.js';

@Injectable()
export class ListBuildingsQuery {
  constructor(private readonly buildings: Buildings) {}

  execute(
    agencyId: string,
    { module, search, limit }: { module: ModuleName | undefined; search: string; limit: number },
  ): Promise<Building[]> {
    return this.buildings.search(agencyId, {
      module,
      words: queryWords(search),
      limit: effectiveLimit(limit),
    });
  }
}
