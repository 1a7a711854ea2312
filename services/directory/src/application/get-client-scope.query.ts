import { Injectable } from '@nestjs/common';
import type { ClientScope } from '../domain/client-scope.js';
import { clientScope } from '../domain/client-scope.js';
import { Buildings } from './ports/buildings.js';
import { Units } from './ports/units.js';
import type { UnitRow } from './unit-rows.js';
import { UnitRows } from './unit-rows.js';

/** Where a client may ask for something, and whose tickets it may follow. */
@Injectable()
export class GetClientScopeQuery {
  constructor(
    private readonly buildings: Buildings,
    private readonly units: Units,
    private readonly rows: UnitRows,
  ) {}

  async execute(agencyId: string, partyId: string): Promise<ClientScope & { units: UnitRow[] }> {
    const [council, touched] = await Promise.all([
      this.buildings.ofCouncilMember(agencyId, partyId),
      this.units.touchedBy(agencyId, { unitIds: [], buildingIds: [], partyIds: [partyId] }),
    ]);
    const [buildings, units] = await Promise.all([
      this.buildings.findMany(agencyId, [...new Set(touched.map(({ buildingId }) => buildingId))]),
      this.rows.of(agencyId, touched),
    ]);
    return { ...clientScope(partyId, { council, units: touched, buildings }), units };
  }
}
