import type { Contractor } from '../../domain/records.js';

export interface ContractorSearch {
  /** Empty for all. */
  trade: string;
  words: readonly string[];
  limit: number;
}

export abstract class Contractors {
  abstract upsert(agencyId: string, contractors: readonly Contractor[]): Promise<void>;
  /** By name. */
  abstract search(agencyId: string, search: ContractorSearch): Promise<Contractor[]>;
  abstract trades(agencyId: string): Promise<string[]>;
}
