import type { Unit } from '../../domain/records.js';

export interface UnitSearch {
  /** Empty for all. */
  buildingId: string;
  words: readonly string[];
  limit: number;
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
  abstract saveWords(agencyId: string, words: ReadonlyMap<string, readonly string[]>): Promise<void>;
}
