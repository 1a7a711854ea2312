import type { Actor, PropertyEvent } from '../../publishing/property-events.js';
import type { StagedFile } from '../../../domain/staging/staged-file.js';

export const STAGING_STATES = ['none', 'staging', 'staged', 'confirming', 'confirmed', 'discarded'] as const;
export type StagingState = (typeof STAGING_STATES)[number];

export interface StagingKey {
  agencyId: string;
  commandId: string;
}

export interface Staging extends StagingKey {
  state: StagingState;
  fingerprint: string;
  actor: Actor | undefined;
  /** Gone once it is confirmed. */
  files: readonly StagedFile[];
}

/** What is made in one go, one document a command: invisible to every read of files. */
export abstract class Stagings {
  /** Begins one, or takes up the one that is there. */
  abstract begin(staging: Omit<Staging, 'state'>): Promise<Staging>;
  abstract find(key: StagingKey): Promise<Staging | undefined>;
  /** All is reserved; from now on it holds the files as they are to be. @returns false when it is not there any more */
  abstract staged(key: StagingKey, files: readonly StagedFile[]): Promise<boolean>;
  /** The point of no return. @returns as it stands then: it may have been discarded meanwhile, or confirmed by others */
  abstract confirming(key: StagingKey, files: readonly StagedFile[]): Promise<Staging | undefined>;
  /** The end, told with it. */
  abstract confirmed(key: StagingKey, events: readonly PropertyEvent[]): Promise<void>;
  /** A refused one leaves nothing behind. @returns false when another attempt of the command has staged it */
  abstract forget(key: StagingKey): Promise<boolean>;
  /** Refuses the command from now on; one that is not known, too. @returns false once it is being confirmed */
  abstract discard(key: StagingKey): Promise<boolean>;
  /** Those whose confirmation began before a moment and did not end. */
  abstract unfinished(before: Date): Promise<StagingKey[]>;
}
