import type { PlaceDetails, PlaceRole, UnitRow } from '../api/types.js';
import { PLACE_ROLES } from '../fr.js';
import { personOfParty } from './typed-person.js';
import type { TypedPerson } from './typed-person.js';

/** Somebody who owns or rents a unit, with what tells them from others of that name. */
export interface KnownPerson {
  name: string;
  role: Extract<PlaceRole, 'OWNER' | 'TENANT'>;
  unitId: string;
  buildingId: string;
  buildingName: string;
  unitLabel: string;
  /** "Awa Traoré (locataire) · Les Tilleuls, Appartement 12". */
  label: string;
}

/** Of the units that a search found, those people whose name was meant; all of them when the search named a place. */
export function knownPeople(rows: readonly UnitRow[], search: string): KnownPerson[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const people = rows.flatMap(peopleOf);
  const meant = people.filter(({ name }) =>
    words.some((word) => wordsOf(name).some((one) => one.startsWith(word))),
  );
  const shown = meant.length > 0 ? meant : people;
  return [...new Map(shown.map((person) => [person.label, person])).values()];
}

/** With their addresses, as the directory has them. */
export function personAt(place: PlaceDetails, { name, role }: KnownPerson): TypedPerson | undefined {
  const found = place.people.find((one) => one.role === role && one.party?.name === name);
  return found?.party && personOfParty(found.party);
}

function peopleOf({ unit, buildingName, ownerName, tenantNames }: UnitRow): KnownPerson[] {
  if (!unit) return [];
  const unitLabel = unit.label || unit.reference;
  const place = [buildingName, unitLabel].filter(Boolean).join(', ');
  const as = (role: KnownPerson['role']) => (name: string) => ({
    name,
    role,
    unitId: unit.id,
    buildingId: unit.buildingId,
    buildingName,
    unitLabel,
    label: `${name} (${PLACE_ROLES[role]}) · ${place}`,
  });
  return [
    ...tenantNames.split(', ').filter(Boolean).map(as('TENANT')),
    ...[ownerName].filter(Boolean).map(as('OWNER')),
  ];
}

const wordsOf = (name: string): string[] => folded(name).split(/[^\p{L}\d]+/u);

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
