import { Injectable } from '@nestjs/common';
import type { Publication } from '../../domain/publication.js';
import { placeStaff } from '../../domain/staff.js';
import { Buildings } from '../ports/buildings.js';
import { ToldStaff } from '../ports/told-staff.js';
import { Units } from '../ports/units.js';

/** The buildings of a publication, their units and its other units: their staff may not be what was told. */
@Injectable()
export class TellPlaceStaff {
  constructor(
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly told: ToldStaff,
  ) {}

  async after({
    agencyId,
    buildings,
    units,
  }: Pick<Publication, 'agencyId' | 'buildings'> & {
    units: readonly { readonly id: string }[];
  }): Promise<void> {
    if (buildings.length === 0 && units.length === 0) return;
    const touched = await this.units.touchedBy(agencyId, {
      unitIds: units.map(({ id }) => id),
      buildingIds: buildings.map(({ id }) => id),
      partyIds: [],
    });
    const published = new Set(buildings.map(({ id }) => id));
    const others = [...new Set(touched.map(({ buildingId }) => buildingId))].filter(
      (id) => !published.has(id),
    );
    const around = others.length === 0 ? [] : await this.buildings.findMany(agencyId, others);
    await this.told.settle(agencyId, placeStaff([...buildings, ...around], touched));
  }
}
