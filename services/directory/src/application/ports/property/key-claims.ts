import type { FileKey } from '../../../domain/property/keys.js';

export interface Claim {
  key: FileKey;
  holderId: string;
}

export interface TakenKey extends Claim {
  /** Staged, not yet confirmed. */
  reserved: boolean;
}

/** Codes and numbers, each held by one file of the agency; a database index decides between two at the same time. */
export abstract class KeyClaims {
  /** Reserves for a command. Keys that the same file holds already are no conflict. @returns those of others */
  abstract claim(agencyId: string, commandId: string, claims: readonly Claim[]): Promise<TakenKey[]>;
  /** What the command reserved is its files' for good. */
  abstract keep(agencyId: string, commandId: string): Promise<void>;
  /** What the command reserved is free again. */
  abstract release(agencyId: string, commandId: string): Promise<void>;
  /** Frees what a file held under a code that it does not have any more. */
  abstract retain(agencyId: string, holderId: string, keys: readonly FileKey[]): Promise<void>;
  /** Also those of buildings and units that LSC published without a file. */
  abstract find(agencyId: string, keys: readonly FileKey[]): Promise<TakenKey[]>;
}
