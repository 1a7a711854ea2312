import type { Agency, Building, ClientAccount, Contractor, Party, Role, Unit, User } from './records.js';
import type { Staffed } from './staff.js';
import { STAFF_FIELDS } from './staff.js';

/** A user as published: the role may be missing, and then the publication is refused. */
export type PublishedUser = Omit<User, 'role'> & { role: Role | undefined; password: string };

export type PublishedClient = ClientAccount & { password: string };

export interface Publication {
  agencyId: string;
  agency: Agency | undefined;
  users: PublishedUser[];
  parties: Party[];
  contractors: Contractor[];
  buildings: Building[];
  units: Unit[];
  clients: PublishedClient[];
}

export const MOST_RECORDS = 500;

export const recordCount = (publication: Publication): number =>
  (publication.agency ? 1 : 0) +
  publication.users.length +
  publication.parties.length +
  publication.contractors.length +
  publication.buildings.length +
  publication.units.length +
  publication.clients.length;

export type ReferredKind = 'users' | 'parties' | 'buildings';

/** A record named by another one, and the field that names it. */
export interface Reference {
  field: string;
  kind: ReferredKind;
  id: string;
}

/** Every record that the publication names. */
export function referencesOf({ users, buildings, units, clients }: Publication): Reference[] {
  const ofUsers = users.map(({ absence }, at) => ({
    field: `users.${String(at)}.absence.delegateId`,
    kind: 'users' as const,
    id: absence?.delegateId ?? '',
  }));
  const ofClients = clients.map(({ partyId }, at) => ({
    field: `clients.${String(at)}.partyId`,
    kind: 'parties' as const,
    id: partyId,
  }));
  const ofBuildings = buildings.flatMap((building, at) => {
    const path = `buildings.${String(at)}`;
    return [
      ...staffReferences(path, building),
      { field: `${path}.caretakerId`, kind: 'parties' as const, id: building.caretakerId },
      ...building.council.map(({ partyId }, member) => ({
        field: `${path}.council.${String(member)}.partyId`,
        kind: 'parties' as const,
        id: partyId,
      })),
    ];
  });
  const ofUnits = units.flatMap((unit, at) => {
    const path = `units.${String(at)}`;
    return [
      { field: `${path}.buildingId`, kind: 'buildings' as const, id: unit.buildingId },
      ...staffReferences(path, unit),
      { field: `${path}.ownerId`, kind: 'parties' as const, id: unit.ownerId },
      ...unit.tenantIds.map((id, tenant) => ({
        field: `${path}.tenantIds.${String(tenant)}`,
        kind: 'parties' as const,
        id,
      })),
    ];
  });
  return [...ofUsers, ...ofBuildings, ...ofUnits, ...ofClients].filter(({ id }) => id !== '');
}

function staffReferences(path: string, attached: Staffed): Reference[] {
  return STAFF_FIELDS.map((name) => ({ field: `${path}.${name}`, kind: 'users', id: attached[name] }));
}

/** The references to records that are not in the publication itself: they must have been published before. */
export function referencesElsewhere(publication: Publication): Reference[] {
  const here: Record<ReferredKind, Set<string>> = {
    users: new Set(publication.users.map(({ id }) => id)),
    parties: new Set(publication.parties.map(({ id }) => id)),
    buildings: new Set(publication.buildings.map(({ id }) => id)),
  };
  return referencesOf(publication).filter(({ kind, id }) => !here[kind].has(id));
}
