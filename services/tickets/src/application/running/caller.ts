import { PlaceNotAttached } from '../../domain/values/errors.js';
import type { Actor, Place } from '../../domain/values/model.js';

/** Who asks, for which agency, and whose tickets it may see (specification, "Who sees what"). */
export interface Caller {
  readonly agencyId: string;
  readonly actor: Actor;
  /** Absent users whose tickets the caller sees too. */
  readonly standsInFor: readonly string[];
  /** Assistants and accountants: nothing but the tickets of the places they are attached to. */
  readonly attachedOnly: boolean;
}

/** The agency's own people and services; everybody else has a view of their own. */
export const readsWhole = ({ actor }: Pick<Caller, 'actor'>): boolean =>
  actor.kind === 'USER' || actor.kind === 'SYSTEM';

/** Oneself, and whom one stands in for. */
export const selves = ({ actor, standsInFor }: Caller): string[] => [...new Set([actor.id, ...standsInFor])];

/** What would be opened anywhere else would be out of its opener's own sight. */
export function assertAttached({ actor, standsInFor, attachedOnly }: Caller, place: Place): void {
  const isTheirs = place.staffIds.some((id) => id === actor.id || standsInFor.includes(id));
  if (attachedOnly && !isTheirs) throw new PlaceNotAttached(place.label);
}
