import type { Place, TicketDetails } from './model.js';

/** Manual, "Envoi du propriétaire": the owner's name goes to contractors in gérance only, and when ticked. */
export function placeForContractors({ place, module, sendOwner }: TicketDetails): Place {
  return module === 'GERANCE' && sendOwner ? place : { ...place, ownerName: '' };
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
