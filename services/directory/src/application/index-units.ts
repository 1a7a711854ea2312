import { Injectable } from '@nestjs/common';
import type { Publication } from '../domain/publication.js';
import { staffIds } from '../domain/staff.js';
import { unitWords } from '../domain/unit-words.js';
import { Buildings } from './ports/buildings.js';
import { Parties } from './ports/parties.js';
import { Units } from './ports/units.js';

const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);

/** Keeps what units are found by true when they, their building or their people are published anew. */
@Injectable()
export class IndexUnits {
  constructor(
    private readonly units: Units,
    private readonly buildings: Buildings,
    private readonly parties: Parties,
  ) {}

  async after({ agencyId, units, buildings, parties }: Publication): Promise<void> {
    const changed = { unitIds: ids(units), buildingIds: ids(buildings), partyIds: ids(parties) };
    const touched = await this.units.touchedBy(agencyId, changed);
    const [places, people] = await Promise.all([
      this.buildings.findMany(agencyId, [...new Set(touched.map(({ buildingId }) => buildingId))]),
      this.parties.findMany(agencyId, [
        ...new Set(touched.flatMap((unit) => [unit.ownerId, ...unit.tenantIds])),
      ]),
    ]);
    const placeById = new Map(places.map((building) => [building.id, building]));
    const personById = new Map(people.map((party) => [party.id, party]));
    const index = new Map(
      touched.map((unit) => {
        const building = placeById.get(unit.buildingId);
        const words = unitWords(unit, building, personById);
        return [unit.id, { words, staffIds: building ? staffIds(building, unit) : [] }];
      }),
    );
    await this.units.saveIndex(agencyId, index);
  }
}
