import type { OutgoingEvent } from '@intervia/messaging';
import type { Tombstone } from '../../domain/opening/deletion.js';
import type { Module } from '../../domain/values/model.js';
import type { Position } from '../reading/position.js';

export interface TombstoneFilter {
  readonly agencyId: string;
  readonly module: Module;
  readonly after?: Position;
  readonly limit: number;
}

/** What stays of deleted tickets. */
export abstract class Tombstones {
  /** Puts the tombstone in the ticket's place. @throws VersionConflict unless the ticket still has that version. */
  abstract set(tombstone: Tombstone, version: number, told: OutgoingEvent): Promise<void>;
  abstract has(agencyId: string, ticketId: string): Promise<boolean>;
  /** Newest first. */
  abstract page(filter: TombstoneFilter): Promise<Tombstone[]>;
}
