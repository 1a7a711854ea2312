import type { Mission, MissionStatus } from '../mission/mission.js';
import type { Place, TicketDetails } from '../values/model.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** Nothing is left to be done there. */
const NOTHING_LEFT: ReadonlySet<MissionStatus> = new Set([
  'WORK_ORDER_REFUSED',
  'QUOTE_REQUEST_REFUSED',
  'QUOTE_REFUSED',
  'COMPLETION_RECEIVED',
  'INVOICE_REQUESTED',
  'INVOICE_RECEIVED',
  'NEW_INVOICE_REQUESTED',
  'REPLACED',
]);

/** The link goes on living after the work; the digicode is shown to whoever still has to get in. */
export function hasToGetIn({ phase }: ExistingTicket, { status }: Mission): boolean {
  return phase === 'open' && !NOTHING_LEFT.has(status);
}

/** Manual, "Envoi du propriétaire": the owner's name goes to contractors in gérance only, and when ticked. */
export function placeForContractors({ place, module, sendOwner }: TicketDetails): Place {
  return module === 'GERANCE' && sendOwner ? place : { ...place, ownerName: '' };
}

/** What the mandate says, and who works on it, is told to nobody outside. */
export function withoutAgencysOwn(place: Place): Place {
  return { ...place, approvalThresholdCents: 0, staffIds: [] };
}

/**
 * Manual, "Digicode": shown in the description sent to contractors. The creation form may have put it there already.
 * @param line how people read a digicode
 */
export function descriptionForContractors(
  { description, place }: TicketDetails,
  line: (digicode: string) => string,
): string {
  if (!place.digicode || description.includes(line(place.digicode))) return description;
  return [description, line(place.digicode)].filter(Boolean).join('\n\n');
}

/** The creation form may have put the digicode there. */
export function descriptionWithoutDigicode(
  { description, place }: TicketDetails,
  line: (digicode: string) => string,
): string {
  return place.digicode ? description.replaceAll(line(place.digicode), '').trim() : description;
}

/** What third parties other than contractors read: the text for notified people, else that without the digicode. */
export function descriptionForThirdParties(
  details: TicketDetails,
  line: (digicode: string) => string,
): string {
  return details.notifiedDescription.trim()
    ? details.notifiedDescription
    : descriptionWithoutDigicode(details, line);
}
