import type { Unit } from '../../domain/records.js';

export interface UnitSearch {
  /** Empty for all. */
  buildingId: string;
  words: readonly string[];
  limit: number;
  /** Only those that one of these users looks after. */
  userIds?: readonly string[];
}

/** What a unit is found by that depends on more than itself. */
export interface UnitIndex {
  words: readonly string[];
  staffIds: readonly string[];
}

export abstract class Units {
  abstract upsert(agencyId: string, units: readonly Unit[]): Promise<void>;
  abstract find(agencyId: string, id: string): Promise<Unit | undefined>;
  /** By building and reference. */
  abstract search(agencyId: string, search: UnitSearch): Promise<Unit[]>;
  /** These units, those of these buildings, and those that these parties own or live in. */
  abstract touchedBy(
    agencyId: string,
    changed: { unitIds: readonly string[]; buildingIds: readonly string[]; partyIds: readonly string[] },
  ): Promise<Unit[]>;
  /** The buildings in which one of these users looks after a unit. */
  abstract buildingIdsOf(agencyId: string, userIds: readonly string[]): Promise<string[]>;
  abstract saveIndex(agencyId: string, index: ReadonlyMap<string, UnitIndex>): Promise<void>;
}
