import type { Correspondent } from '../values/model.js';
import type { ExistingTicket } from './ticket.js';

const REQUESTER_ID = 'requester';

export const requesterIdOf = (partyId: string): string =>
  partyId ? `${REQUESTER_ID}-${partyId}` : REQUESTER_ID;

/** Whoever asked has a link and an exchange without having been added. Another requester has another id. */
export function requesterOf({
  details: { requester: person },
}: Pick<ExistingTicket, 'details'>): Correspondent | undefined {
  if (!person) return undefined;
  return { id: requesterIdOf(person.partyId), role: 'REQUESTER', person };
}
