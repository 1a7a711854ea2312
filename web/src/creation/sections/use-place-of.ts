import { usePlace } from '../../api/directory.js';
import type { DraftForm } from '../draft/use-draft-form.js';

/** What the directory knows of the chosen place. */
export function usePlaceOf({ values: { place } }: DraftForm) {
  return usePlace(place ? { [`${place.kind}Id`]: place.id } : undefined);
}
