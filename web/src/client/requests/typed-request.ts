import { LETTERS } from '@intervia/rules';
import type { ClientPlace, ClientRequest, DocumentRef } from '../../api/types.js';
import { CLIENT_REQUEST } from '../../fr.js';

/** The form; names match the gateway's, so that its faults fall on their inputs. */
export interface TypedRequest {
  /** As `placeValue` names it. */
  place: string;
  subject: string;
  description: string;
}

export function placeValue({ unitId, buildingId }: ClientPlace): string {
  return unitId ? `unit:${unitId}` : `building:${buildingId ?? ''}`;
}

/** A place that the client has no more is asked for again; the only one needs no choosing. */
export function withKnownPlace(typed: TypedRequest, places: readonly ClientPlace[]): TypedRequest {
  const known = places.map(placeValue);
  const only = known.length === 1 ? (known[0] ?? '') : '';
  return known.includes(typed.place) ? typed : { ...typed, place: only };
}

interface PlaceGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** Choices of a select: one's own units, then common parts. */
export function placeGroups(places: readonly ClientPlace[]): PlaceGroup[] {
  const units = places.filter(({ unitId }) => unitId);
  const buildings = places.filter(({ unitId }) => !unitId);
  return [
    {
      group: CLIENT_REQUEST.units,
      items: units.map((place) => ({ value: placeValue(place), label: place.label })),
    },
    {
      group: CLIENT_REQUEST.commonParts,
      items: buildings.map((place) => ({
        value: placeValue(place),
        label: CLIENT_REQUEST.commonPartsOf(place.label),
      })),
    },
  ].filter(({ items }) => items.length > 0);
}

/** Faults by input; the server has the last word. */
export function checkRequest({ place, subject, description }: TypedRequest): Record<string, string> {
  const { missing, tooLong } = CLIENT_REQUEST;
  return {
    ...(place ? {} : { place: missing.place }),
    ...textFault('subject', subject, missing.subject, tooLong(LETTERS.subject), LETTERS.subject),
    ...textFault('description', description, missing.description, tooLong(LETTERS.text), LETTERS.text),
  };
}

function textFault(
  name: string,
  text: string,
  missing: string,
  tooLong: string,
  max: number,
): Record<string, string> {
  const { length } = text.trim();
  if (length === 0) return { [name]: missing };
  return length > max ? { [name]: tooLong } : {};
}

export function toClientRequest(
  { place, subject, description }: TypedRequest,
  documents: readonly DocumentRef[],
): ClientRequest {
  const [kind, id = ''] = place.split(':', 2);
  return {
    place: kind === 'unit' ? { unitId: id } : { buildingId: id },
    subject: subject.trim(),
    description: description.trim(),
    attachmentIds: documents.map((document) => document.id),
  };
}
