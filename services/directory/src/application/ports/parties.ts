import type { Party } from '../../domain/records.js';

export abstract class Parties {
  abstract upsert(agencyId: string, parties: readonly Party[]): Promise<void>;
  abstract findMany(agencyId: string, ids: readonly string[]): Promise<Party[]>;
  abstract knownIds(agencyId: string, ids: readonly string[]): Promise<Set<string>>;
}
