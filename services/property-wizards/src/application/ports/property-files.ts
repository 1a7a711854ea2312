import type {
  Card,
  Entity,
  Key,
  KnownBuilding,
  KnownMandate,
  KnownParty,
  KnownUnit,
} from '../../domain/drafts/known.js';
import type { PlannedEntry, SharedLease } from '../../domain/save/plan-sharer.js';
import type { PlannedFile } from '../../domain/save/planned-file.js';

export interface Actor {
  readonly agencyId: string;
  readonly userId: string;
  readonly userName: string;
}

/** A command that directory accepts once; the fingerprint tells it from another of the same id. */
export interface CommandRef {
  readonly commandId: string;
  readonly fingerprint: string;
}

export interface RunningLease extends SharedLease {
  readonly sharerIds: readonly string[];
}

export interface EnteringSharer extends PlannedEntry {
  readonly leaseId: string;
  readonly version: number;
  readonly replacesSharerId: string;
}

export interface FileFault {
  /** Place in the list of files. */
  readonly file: number;
  /** Dotted, in the file. */
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The agency's files, which directory keeps. */
export abstract class PropertyFiles {
  abstract entities(agencyId: string): Promise<readonly Entity[]>;
  abstract cards(agencyId: string): Promise<readonly Card[]>;
  abstract parties(agencyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownParty>>;
  abstract buildings(agencyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownBuilding>>;
  /** Without those that were withdrawn. */
  abstract units(agencyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>>;
  abstract mandate(agencyId: string, id: string): Promise<KnownMandate | undefined>;
  /** The highest number of a mandate of the card, by whoever it was given; 0 for none. */
  abstract highestMandateNumber(agencyId: string, cardId: string): Promise<number>;
  /** `keyText` of those that are taken or reserved. */
  abstract taken(agencyId: string, keys: readonly Key[]): Promise<ReadonlySet<string>>;

  /** Reserves what is unique; nothing is seen yet. Repeatable. Faults: nothing was kept. */
  abstract stage(
    actor: Actor,
    stagingId: string,
    files: readonly PlannedFile[],
  ): Promise<readonly FileFault[]>;
  /** Makes all visible. Repeatable. */
  abstract confirm(
    actor: Actor,
    stagingId: string,
    mandateNumbers: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Undoes a staging. Repeatable. */
  abstract discard(actor: Actor, stagingId: string): Promise<void>;
  /** @throws AppError LEASE_NOT_FOUND */
  abstract sharedLease(agencyId: string, leaseId: string): Promise<RunningLease>;
  /** @throws AppError of the directory's command */
  abstract enterSharer(actor: Actor, command: CommandRef, entry: EnteringSharer): Promise<void>;
}
