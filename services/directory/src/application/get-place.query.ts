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
    const { building, unit } = await this.place(agencyId, asked);
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

  /** @throws PlaceNotFound, also for a unit of another building than the one named. */
  private async place(
    agencyId: string,
    { buildingId, unitId }: { buildingId: string; unitId: string },
  ): Promise<{ building: Building; unit: Unit | undefined }> {
    const building = (id: string) => (id ? this.buildings.find(agencyId, id) : undefined);
    const [named, unit] = await Promise.all([
      building(buildingId),
      unitId ? this.units.find(agencyId, unitId) : undefined,
    ]);
    const found = named ?? (await building(unit?.buildingId ?? ''));
    if (!found || (unitId && unit?.buildingId !== found.id)) throw new PlaceNotFound();
    return { building: found, unit };
  }
}
