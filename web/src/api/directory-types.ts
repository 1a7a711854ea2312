import type { Channels, ModuleCode } from './types.js';

/** Manual, "Contrôle des accès": the four boxes of a role; and reopening, off by default. */
export interface Rights {
  view: boolean;
  create: boolean;
  edit: boolean;
  delete: boolean;
  reopen: boolean;
}

export interface User {
  id: string;
  name: string;
  mail: string;
  phone?: string;
  role: string;
}

export interface Session {
  user: User & { rights: Record<Lowercase<ModuleCode>, Rights> };
  agency: { id: string; name: string };
  csrfToken: string;
}

export interface Party {
  id: string;
  name: string;
  mails: string[];
  mobiles: string[];
  phone: string;
}

export interface Contractor {
  id: string;
  account: string;
  trade: string;
  party?: Party;
  channels?: Channels;
  address: string;
}

export interface Building {
  id: string;
  reference: string;
  name: string;
  address: string;
  postalCode: string;
  city: string;
  digicode: string;
  syndic: boolean;
  gerance: boolean;
  managerId: string;
}

export interface BuildingList {
  buildings: Building[];
  /** Of them, those where the user may open tickets at a unit, not at the building. */
  unitsOnlyIds: string[];
}

interface Unit {
  id: string;
  buildingId: string;
  reference: string;
  label: string;
  digicode: string;
}

export interface UnitRow {
  unit?: Unit;
  buildingName: string;
  buildingAddress: string;
  ownerName: string;
  tenantNames: string;
}

export type PlaceRole = 'OWNER' | 'TENANT' | 'CARETAKER' | 'COUNCIL_PRESIDENT' | 'COUNCIL_MEMBER';

export interface PlacePerson {
  role: PlaceRole;
  party?: Party;
}

export interface PlaceDetails {
  building?: Building;
  unit?: Unit;
  digicode: string;
  people: PlacePerson[];
  manager?: User;
}
