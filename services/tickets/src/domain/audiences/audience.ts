import type { Module, TicketDetails } from '../values/model.js';
import type { Visibility } from '../values/options.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** What a client of the agency has to do with places. */
export interface ClientScope {
  readonly partyId: string;
  readonly councilBuildingIds: readonly string[];
  /** Co-ownerships in which it owns a unit. */
  readonly ownedBuildingIds: readonly string[];
  readonly ownedUnitIds: readonly string[];
  readonly rentedUnitIds: readonly string[];
}

interface Circle {
  readonly of: (place: TicketDetails['place']) => string;
  readonly ids: (scope: ClientScope) => readonly string[];
}

/** Who belongs to a place in which way; the requester needs no place. */
const CIRCLES = {
  COUNCIL: { of: ({ buildingId }) => buildingId, ids: (scope) => scope.councilBuildingIds },
  CO_OWNER: { of: ({ buildingId }) => buildingId, ids: (scope) => scope.ownedBuildingIds },
  TENANT: { of: ({ unitId }) => unitId, ids: (scope) => scope.rentedUnitIds },
  UNIT_OWNER: { of: ({ unitId }) => unitId, ids: (scope) => scope.ownedUnitIds },
} as const satisfies Readonly<Record<string, Circle>>;

type CircleName = keyof typeof CIRCLES;
const CIRCLE_NAMES = Object.keys(CIRCLES) as readonly CircleName[];

/**
 * Manual, "Ticket visible pour". The requester always sees its own; the council are co-owners too. A whole building in
 * gérance has no circle: the directory knows owners and tenants of units, and co-owners are not the landlord.
 */
const SEES: Readonly<Record<Visibility, readonly CircleName[]>> = {
  REQUESTER: [],
  COUNCIL: ['COUNCIL'],
  CO_OWNERS: ['COUNCIL', 'CO_OWNER'],
  TENANTS: ['TENANT'],
  OWNERS: ['UNIT_OWNER'],
};

const REQUESTER = 'REQUESTER';

function key(module: Module, circle: CircleName | typeof REQUESTER, id: string): string {
  return `${module}:${circle}:${id}`;
}

/** A follow-up is offered once the manager has made a ticket of the request (manual, "Précisions sur les tickets"). */
export function audienceOf({ phase, details }: ExistingTicket): string[] {
  if (phase === 'pending' || phase === 'cancelled') return [];
  const { module, options, place, requester } = details;
  const circles = SEES[options.visibility].map((circle) => ({ circle, id: CIRCLES[circle].of(place) }));
  return [
    ...(requester?.partyId ? [key(module, REQUESTER, requester.partyId)] : []),
    ...circles.filter(({ id }) => id).map(({ circle, id }) => key(module, circle, id)),
  ];
}

/** All that a client may see in these modules: a ticket whose audience holds one of them. */
export function audienceKeys(scope: ClientScope, modules: readonly Module[]): string[] {
  return modules.flatMap((module) => [
    ...(scope.partyId ? [key(module, REQUESTER, scope.partyId)] : []),
    ...CIRCLE_NAMES.flatMap((circle) => CIRCLES[circle].ids(scope).map((id) => key(module, circle, id))),
  ]);
}
