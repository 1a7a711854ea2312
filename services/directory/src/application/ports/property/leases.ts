import type { LeaseFile } from '../../../domain/property/lease.js';
import type { Command, PropertyEvent } from '../../publishing/property-events.js';

export interface LeaseRecord {
  lease: LeaseFile;
  /** Commands that were carried out, the newest last. */
  handled: readonly string[];
}

export interface LeaseChange {
  lease: LeaseFile;
  events: readonly PropertyEvent[];
}

export interface LeasePage {
  after: string;
  limit: number;
}

export interface LeaseSearch extends LeasePage {
  unitId: string;
  accountId: string;
  entityId: string;
  partyId: string;
  presentOnly: boolean;
  words: readonly string[];
}

export interface CafSearch extends LeasePage {
  entityId: string;
  fund: string;
  presentOnly: boolean;
}

export interface Page<T> {
  items: T[];
  /** Empty on the last one. */
  next: string;
}

/** A key of a payment statement: the first that is filled counts. */
export interface CafKey {
  cafNumber: string;
  allocataireNumber: string;
  accountNumber: string;
}

/** Leases, beyond what they are as files: changed by commands, with their events, and found. */
export abstract class Leases {
  abstract find(agencyId: string, id: string): Promise<LeaseRecord | undefined>;
  /** On the version that it was loaded with. @throws VersionConflict */
  abstract save(lease: LeaseFile, command: Command, events: readonly PropertyEvent[]): Promise<LeaseFile>;
  /** By id; those that are not there are left out. */
  abstract ofIds(agencyId: string, ids: readonly string[]): Promise<LeaseFile[]>;
  /**
   * Many in one, each on the version that it was loaded with; their units have nothing to be told.
   * @throws VersionConflict when one of them was changed meanwhile: the others are saved
   */
  abstract saveAll(agencyId: string, changes: readonly LeaseChange[]): Promise<void>;
  /** Those whose unit has not yet been told of a change. */
  abstract unsettled(): Promise<{ agencyId: string; id: string }[]>;
  abstract settled(agencyId: string, lease: LeaseFile): Promise<void>;
  abstract ofUnits(agencyId: string, unitIds: readonly string[], presentOnly: boolean): Promise<LeaseFile[]>;
  abstract ofParties(agencyId: string, partyIds: readonly string[]): Promise<LeaseFile[]>;
  /** Words by which each is found, and the account number: of other files. */
  abstract saveIndex(
    agencyId: string,
    index: ReadonlyMap<string, { words: readonly string[]; accountNumber: string }>,
  ): Promise<void>;
  abstract search(agencyId: string, search: LeaseSearch): Promise<Page<LeaseFile>>;
  abstract forCaf(agencyId: string, search: CafSearch): Promise<Page<LeaseFile>>;
  abstract matching(agencyId: string, keys: readonly CafKey[]): Promise<LeaseFile[]>;
  /** With an alarm that falls due until then, the soonest first. */
  abstract withAlarms(agencyId: string, until: string, page: LeasePage): Promise<Page<LeaseFile>>;
}
