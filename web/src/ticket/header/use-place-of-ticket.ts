import { usePlace } from '../../api/directory.js';
import type { PlaceChoice } from '../../api/directory.js';
import type { Ticket } from '../../api/types.js';

/** What the directory knows of the ticket's place: its owner, tenants, council. */
export function usePlaceOfTicket({ place }: Ticket) {
  return usePlace(place && choiceOf(place));
}

function choiceOf({ unitId, buildingId }: NonNullable<Ticket['place']>): PlaceChoice {
  return unitId ? { unitId } : { buildingId };
}
