import type { Building, Party, Unit } from './records.js';

export type PlaceRole = 'owner' | 'tenant' | 'caretaker' | 'council-president' | 'council-member';

/** Manual, "Personne(s) à notifier": written to all together. */
export type GroupName = 'council' | 'co-owners';

export interface PlacePerson {
  role: PlaceRole;
  party: Party;
}

/** Who may be proposed for a place, the closest first. */
export function placeRoles(building: Building, unit?: Unit): { role: PlaceRole; partyId: string }[] {
  const council = (president: boolean) => building.council.filter((member) => member.president === president);
  const roles: { role: PlaceRole; partyId: string }[] = [
    { role: 'owner', partyId: unit?.ownerId ?? '' },
    ...(unit?.tenantIds ?? []).map((partyId) => ({ role: 'tenant' as const, partyId })),
    { role: 'caretaker', partyId: building.caretakerId },
    ...council(true).map(({ partyId }) => ({ role: 'council-president' as const, partyId })),
    ...council(false).map(({ partyId }) => ({ role: 'council-member' as const, partyId })),
  ];
  return roles.filter(({ partyId }) => partyId !== '');
}

export function placePeople(
  building: Building,
  unit: Unit | undefined,
  parties: readonly Party[],
): PlacePerson[] {
  return named(placeRoles(building, unit), parties);
}

/** Without those who are not known. */
export function named(
  roles: readonly { role: PlaceRole; partyId: string }[],
  parties: readonly Party[],
): PlacePerson[] {
  const byId = new Map(parties.map((party) => [party.id, party]));
  return roles.flatMap(({ role, partyId }) => {
    const party = byId.get(partyId);
    return party ? [{ role, party }] : [];
  });
}

/** Manual, "Digicode du lot": the unit's, else the building's. */
export const effectiveDigicode = (building: Building, unit?: Unit): string =>
  unit?.digicode || building.digicode;

/** The council, its president first; or those who own a unit. Each person once. */
export function groupRoles(
  group: GroupName,
  building: Building,
  units: readonly Unit[],
): { role: PlaceRole; partyId: string }[] {
  const roles =
    group === 'council'
      ? placeRoles(building).filter(({ role }) => role !== 'caretaker')
      : units.map(({ ownerId }) => ({ role: 'owner' as const, partyId: ownerId }));
  const seen = new Set(['']);
  return roles.filter(({ partyId }) => {
    const isNew = !seen.has(partyId);
    seen.add(partyId);
    return isNew;
  });
}
