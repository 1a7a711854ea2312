import { Injectable } from '@nestjs/common';
import { staffIds } from '../../domain/staff.js';
import { unitWords } from '../../domain/unit-words.js';
import { Buildings } from '../ports/buildings.js';
import { Parties } from '../ports/parties.js';
import { Units } from '../ports/units.js';

const ids = (records: readonly Identified[]): string[] => records.map(({ id }) => id);

interface Identified {
  readonly id: string;
}

/** What was written anew. */
export interface Written {
  agencyId: string;
  units: readonly Identified[];
  buildings: readonly Identified[];
  parties: readonly Identified[];
}

/** Keeps what units are found by true when they, their building or their people are published anew. */
@Injectable()
export class IndexUnits {
  constructor(
    private readonly units: Units,
    private readonly buildings: Buildings,
    private readonly parties: Parties,
  ) {}

  async after({ agencyId, units, buildings, parties }: Written): Promise<void> {
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
