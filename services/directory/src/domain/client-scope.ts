import type { Building, Unit } from './records.js';

/** What a client has to do with the agency's buildings and units. */
export interface ClientScope {
  councilBuildingIds: string[];
  /** Co-ownerships in which it owns a unit. */
  ownedBuildingIds: string[];
  ownedUnitIds: string[];
  rentedUnitIds: string[];
}

export function clientScope(
  partyId: string,
  {
    council,
    units,
    buildings,
  }: { council: readonly Building[]; units: readonly Unit[]; buildings: readonly Building[] },
): ClientScope {
  const owned = units.filter(({ ownerId }) => ownerId === partyId);
  const rented = units.filter(({ tenantIds }) => tenantIds.includes(partyId));
  const coOwnerships = new Set(buildings.filter(({ syndic }) => syndic).map(({ id }) => id));
  return {
    councilBuildingIds: council.map(({ id }) => id),
    ownedBuildingIds: [...new Set(owned.map(({ buildingId }) => buildingId))].filter((id) =>
      coOwnerships.has(id),
    ),
    ownedUnitIds: owned.map(({ id }) => id),
    rentedUnitIds: rented.map(({ id }) => id),
  };
}
