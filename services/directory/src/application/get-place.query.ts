import { Injectable } from '@nestjs/common';
import { PlaceNotFound } from '../domain/errors.js';
import type { PlacePerson } from '../domain/place.js';
import { effectiveDigicode, placePeople, placeRoles } from '../domain/place.js';
import type { Building, Unit, User } from '../domain/records.js';
import { effectiveStaffId, staffIds } from '../domain/staff.js';
import { Buildings } from './ports/buildings.js';
import { Parties } from './ports/parties.js';
import { Units } from './ports/units.js';
import { Users } from './ports/users.js';

export interface PlaceView {
  building: Building;
  unit: Unit | undefined;
  digicode: string;
  people: PlacePerson[];
  manager: User | undefined;
  assistant: User | undefined;
  staffIds: string[];
}

/** A building, or a unit with its building, and all that a ticket needs to know of it. */
@Injectable()
export class GetPlaceQuery {
  constructor(
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly parties: Parties,
    private readonly users: Users,
  ) {}

  async execute(agencyId: string, asked: { buildingId: string; unitId: string }): Promise<PlaceView> {
    const unit = asked.unitId ? await this.unit(agencyId, asked) : undefined;
    const buildingId = unit?.buildingId ?? asked.buildingId;
    const building = buildingId ? await this.buildings.find(agencyId, buildingId) : undefined;
    if (!building) throw new PlaceNotFound();
    const partyIds = [...new Set(placeRoles(building, unit).map(({ partyId }) => partyId))];
    const user = (id: string) => (id ? this.users.find(agencyId, id) : undefined);
    const [parties, manager, assistant] = await Promise.all([
      this.parties.findMany(agencyId, partyIds),
      user(effectiveStaffId('managerId', building, unit)),
      user(effectiveStaffId('assistantId', building, unit)),
    ]);
    return {
      building,
      unit,
      digicode: effectiveDigicode(building, unit),
      people: placePeople(building, unit, parties),
      manager,
      assistant,
      staffIds: staffIds(building, unit),
    };
  }

  private async unit(
    agencyId: string,
    { buildingId, unitId }: { buildingId: string; unitId: string },
  ): Promise<Unit> {
    const unit = await this.units.find(agencyId, unitId);
    if (!unit || (buildingId && unit.buildingId !== buildingId)) throw new PlaceNotFound();
    return unit;
  }
}
