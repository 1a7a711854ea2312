import type { Draft } from '../../domain/drafts/draft.js';
import type { Entry } from '../../domain/register/record.js';

/** Drafts and entries of an agency, gone through for one person. */
export abstract class PersonDrafts {
  /** All that are kept, also of those that were made or deleted within a month. */
  abstract every(agencyId: string): AsyncIterable<Draft>;
  abstract find(agencyId: string, id: string): Promise<Draft | undefined>;
  /** As it is left: its words and steps. @throws VersionConflict */
  abstract rewrite(before: Draft, after: Draft): Promise<void>;
  /** Of every register of the agency. */
  abstract entries(agencyId: string): AsyncIterable<Entry>;
}
