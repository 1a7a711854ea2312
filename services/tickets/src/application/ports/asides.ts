import type { Aside } from '../../domain/settings/asides.js';
import type { Module } from '../../domain/values/model.js';

export interface AsidesOwner {
  readonly agencyId: string;
  readonly userId: string;
  readonly module: Module;
}

/** What each user has put aside, one entry for each ticket. */
export abstract class Asides {
  abstract of(owner: AsidesOwner): Promise<Aside[]>;

  /** One of the same ticket gives way. */
  abstract put(owner: AsidesOwner, asides: readonly Aside[]): Promise<void>;

  abstract remove(owner: AsidesOwner, ticketIds: readonly string[]): Promise<void>;
}
