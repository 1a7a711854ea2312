import type { Building, ModuleName } from '../../domain/records.js';

export interface BuildingSearch {
  module: ModuleName | undefined;
  words: readonly string[];
  limit: number;
  /** None: whoever looks after them. */
  attachedTo?: AttachedTo;
}

/** Those that one of these users looks after, and those named for their units. */
export interface AttachedTo {
  userIds: readonly string[];
  buildingIds: readonly string[];
}

export abstract class Buildings {
  abstract upsert(agencyId: string, buildings: readonly Building[]): Promise<void>;
  abstract find(agencyId: string, id: string): Promise<Building | undefined>;
  abstract findMany(agencyId: string, ids: readonly string[]): Promise<Building[]>;
  abstract ofCouncilMember(agencyId: string, partyId: string): Promise<Building[]>;
  abstract knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>>;
  /** By name. */
  abstract search(agencyId: string, search: BuildingSearch): Promise<Building[]>;
}
