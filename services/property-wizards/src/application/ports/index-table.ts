import type { AddedQuarter } from '../../domain/irl/added.js';

/** Quarters that an agency's administrators typed. */
export abstract class IndexTable {
  abstract added(agencyId: string): Promise<readonly AddedQuarter[]>;
  /** Adds it, or corrects what the agency typed before. */
  abstract put(agencyId: string, quarter: AddedQuarter, at: Date): Promise<void>;
}
