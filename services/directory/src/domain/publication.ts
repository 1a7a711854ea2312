import type { AccountingEntity, ProfessionalCard } from './property/entity.js';
import type { FileKind, PropertyFile } from './property/property-file.js';
import type { SaleFile } from './property/sale.js';
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
  entities: AccountingEntity[];
  cards: ProfessionalCard[];
  sales: SaleFile[];
  /** Of rental management, in the order of the contract's lists. */
  files: PropertyFile[];
}

const LISTS: Readonly<Record<FileKind, string>> = {
  party: 'partyFiles',
  account: 'accounts',
  building: 'buildingFiles',
  mandate: 'mandates',
  unit: 'unitFiles',
  lease: 'leases',
  rentCall: 'rentCalls',
};

/** Each file with its place in the list of its kind. */
export function placedFiles(files: readonly PropertyFile[]): { file: PropertyFile; path: string }[] {
  const counts = new Map<FileKind, number>();
  return files.map((file) => {
    const at = counts.get(file.kind) ?? 0;
    counts.set(file.kind, at + 1);
    return { file, path: `${LISTS[file.kind]}.${String(at)}` };
  });
}

/** Kinds of files that stand for a record of the same id. */
const fileIds = ({ files }: Publication, kind: FileKind): string[] =>
  files.flatMap((file) => (file.kind === kind ? [file.record.id] : []));

export const MOST_RECORDS = 500;

export const recordCount = (publication: Publication): number =>
  (publication.agency ? 1 : 0) +
  publication.users.length +
  publication.parties.length +
  publication.contractors.length +
  publication.buildings.length +
  publication.units.length +
  publication.clients.length +
  publication.entities.length +
  publication.cards.length +
  publication.sales.length +
  publication.files.length;

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
    parties: new Set([...publication.parties.map(({ id }) => id), ...fileIds(publication, 'party')]),
    buildings: new Set([...publication.buildings.map(({ id }) => id), ...fileIds(publication, 'building')]),
  };
  return referencesOf(publication).filter(({ kind, id }) => !here[kind].has(id));
}

/** What the files of a publication may name without its being stored: kind, slash, id. */
export function namedHere(publication: Publication): Set<string> {
  const { users, parties, buildings, units, entities, cards, files } = publication;
  const of = (kind: string, records: readonly { id: string }[]) => records.map(({ id }) => `${kind}/${id}`);
  return new Set([
    ...of('user', users),
    ...of('party', parties),
    ...of('building', buildings),
    ...of('unit', units),
    ...of('entity', entities),
    ...of('card', cards),
    ...files.map(({ kind, record }) => `${kind}/${record.id}`),
  ]);
}
