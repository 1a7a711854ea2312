import { Injectable } from '@nestjs/common';
import type { Unit } from '../domain/records.js';
import { Buildings } from './ports/buildings.js';
import { Parties } from './ports/parties.js';

/** A unit as a list shows it. */
export interface UnitRow {
  unit: Unit;
  buildingName: string;
  buildingAddress: string;
  ownerName: string;
  tenantNames: string;
}

/** Names what units only refer to. */
@Injectable()
export class UnitRows {
  constructor(
    private readonly buildings: Buildings,
    private readonly parties: Parties,
  ) {}

  async of(agencyId: string, units: readonly Unit[]): Promise<UnitRow[]> {
    const [buildings, parties] = await Promise.all([
      this.buildings.findMany(agencyId, [...new Set(units.map((unit) => unit.buildingId))]),
      this.parties.findMany(agencyId, [
        ...new Set(units.flatMap((unit) => [unit.ownerId, ...unit.tenantIds])),
      ]),
    ]);
    const buildingById = new Map(buildings.map((building) => [building.id, building]));
    const nameById = new Map(parties.map(({ id, name }) => [id, name]));
    return units.map((unit) => {
      const building = buildingById.get(unit.buildingId);
      return {
        unit,
        buildingName: building?.name ?? '',
        buildingAddress: building ? postalAddress(building) : '',
        ownerName: nameById.get(unit.ownerId) ?? '',
        tenantNames: unit.tenantIds.flatMap((id) => nameById.get(id) ?? []).join(', '),
      };
    });
  }
}

const postalAddress = ({
  address,
  postalCode,
  city,
}: {
  address: string;
  postalCode: string;
  city: string;
}): string => [address, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
