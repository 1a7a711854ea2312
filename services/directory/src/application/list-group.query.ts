import { Injectable } from '@nestjs/common';
import { PlaceNotFound } from '../domain/errors.js';
import type { GroupName, PlacePerson } from '../domain/place.js';
import { groupRoles, named } from '../domain/place.js';
import { Buildings } from './ports/buildings.js';
import { Parties } from './ports/parties.js';
import { Units } from './ports/units.js';

/** The persons of a building who are written to as a group. */
@Injectable()
export class ListGroupQuery {
  constructor(
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly parties: Parties,
  ) {}

  async execute(
    agencyId: string,
    { buildingId, group }: { buildingId: string; group: GroupName | undefined },
  ): Promise<PlacePerson[]> {
    const building = await this.buildings.find(agencyId, buildingId);
    if (!building) throw new PlaceNotFound();
    if (!group) return [];
    const units =
      group === 'co-owners'
        ? await this.units.touchedBy(agencyId, { unitIds: [], buildingIds: [buildingId], partyIds: [] })
        : [];
    const roles = groupRoles(group, building, units);
    const parties = await this.parties.findMany(
      agencyId,
      roles.map(({ partyId }) => partyId),
    );
    return named(roles, parties);
  }
}
