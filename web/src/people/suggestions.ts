import type { PlaceDetails, Ticket } from '../api/types.js';
import { named, PLACE_ROLES } from '../fr.js';
import { personOfParty, personOfTicket } from './typed-person.js';
import type { TypedPerson } from './typed-person.js';

export interface Suggestion {
  label: string;
  person: TypedPerson;
}

/** The people of a place: owner, tenants, caretaker, council. */
export function suggestedOfPlace(place: PlaceDetails | undefined): Suggestion[] {
  return (place?.people ?? []).flatMap(({ party, role }) =>
    party ? [{ label: `${party.name} (${named(PLACE_ROLES, role)})`, person: personOfParty(party) }] : [],
  );
}

/** Those that the ticket speaks of come first; each person once. */
export function suggestedOfTicket(ticket: Ticket, place: PlaceDetails | undefined): Suggestion[] {
  const { requester, contacts, notified } = ticket;
  const known = [...(requester ? [requester] : []), ...notified, ...contacts]
    .filter(({ reach }) => reach && reach.mails.length + reach.mobiles.length > 0)
    .map((person) => ({ label: person.name, person: reachable(personOfTicket(person)) }));
  const all = [...known, ...suggestedOfPlace(place)];
  return all.filter(
    ({ person }, index) => all.findIndex((other) => identity(other.person) === identity(person)) === index,
  );
}

/** Who somebody is: a person of the directory, or the same name and addresses. */
export function identity({ partyId, name, mails }: TypedPerson): string {
  return partyId || `${name} ${mails}`;
}

/** Somebody without a chosen channel is written to by the best one known. */
function reachable(person: TypedPerson): TypedPerson {
  if (person.channels.mail || person.channels.sms) return person;
  const mail = person.mails !== '';
  return { ...person, channels: { mail, sms: !mail && person.mobiles !== '' } };
}
