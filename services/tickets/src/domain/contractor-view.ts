import type { Place, TicketDetails } from './model.js';

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

/**
 * What third parties other than contractors read: the text for notified people, else the contractors' without the
 * digicode, which the creation form may have put there.
 */
export function descriptionForThirdParties(
  { description, notifiedDescription, place }: TicketDetails,
  line: (digicode: string) => string,
): string {
  if (notifiedDescription.trim()) return notifiedDescription;
  return place.digicode ? description.replaceAll(line(place.digicode), '').trim() : description;
}
