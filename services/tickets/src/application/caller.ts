import type { Actor } from '../domain/model.js';

/** Who asks, for which agency, and whose tickets it may see (specification, "Who sees what"). */
export interface Caller {
  readonly agencyId: string;
  readonly actor: Actor;
  /** Absent users whose tickets the caller sees too. */
  readonly standsInFor: readonly string[];
  /** Assistants and accountants: nothing but the tickets of the places they are attached to. */
  readonly attachedOnly: boolean;
}
