import type { Draft, Presence, UserRef } from '../../domain/drafts/draft.js';
import type { MadeFile, Save } from '../../domain/save/save.js';
import type { Step, Wizard } from '../../domain/forms/content.js';

/** Facts of a draft, kept in its own document until they are published. */
export type DraftFact =
  | {
      readonly type: 'STEP_VALIDATED';
      readonly step: Step;
      readonly itemId: string;
      readonly version: number;
      readonly by: UserRef;
    }
  | { readonly type: 'ENTERED' | 'LEFT' | 'DELETED'; readonly by: UserRef }
  | {
      readonly type: 'FILES_MADE';
      readonly commandId: string;
      readonly files: readonly MadeFile[];
      readonly mandateNumber: string;
      readonly by: UserRef;
    };

export interface DraftPage {
  readonly drafts: readonly Draft[];
  readonly nextCursor: string;
}

export interface PageRequest {
  readonly cursor: string;
  readonly limit: number;
}

export abstract class Drafts {
  /** Of a tenant: the unit's present draft when there is one. */
  abstract create(draft: Draft): Promise<Draft>;

  abstract find(agencyId: string, id: string): Promise<Draft | undefined>;

  /** Newest first: of which a step was validated, or the user's own. */
  abstract list(agencyId: string, wizard: Wizard, userId: string, page: PageRequest): Promise<DraftPage>;

  /**
   * A final save that runs is the caller's for a lease.
   * @throws VersionConflict when somebody else saved it since it was read
   */
  abstract save(before: Draft, after: Draft, facts: readonly DraftFact[], at: Date): Promise<void>;

  /** Content and presences go; what the final save came to stays for a month. */
  abstract remove(
    before: Draft,
    save: Save | undefined,
    facts: readonly DraftFact[],
    at: Date,
  ): Promise<void>;

  /** The save of a draft that is gone. */
  abstract findSave(agencyId: string, id: string): Promise<{ wizard: Wizard; save: Save } | undefined>;

  /** Told to others when the user was not there. @returns the draft as it is then; undefined when there is none */
  abstract enter(agencyId: string, id: string, presence: Presence): Promise<Draft | undefined>;
  abstract leave(agencyId: string, id: string, user: UserRef, at: Date): Promise<void>;

  /** Saves that nobody works on: their lease is over. The caller's lease begins. */
  abstract claimSaves(now: Date, leaseUntil: Date, limit: number): Promise<Draft[]>;
}
