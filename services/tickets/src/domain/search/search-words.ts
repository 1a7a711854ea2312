import { plainWords } from '@intervia/french/letters';
import type { ExistingTicket } from '../ticket/ticket.js';

/** The words of a ticket, by where they stand (manual, "Recherches"). */
export type WordField = 'BUILDING' | 'UNIT' | 'OWNER' | 'SUBJECT_OR_DESCRIPTION' | 'CONTRACTOR';

const MAX_WORDS = 200;
const MAX_WORD_LENGTH = 40;

/**
 * So frequent that they tell nothing. None has more than three letters: a longer word must be found by its beginning
 * while it is being typed.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a au aux ce d de des du en et il l la le les m mme n ne ou par pas que qui rue s sur un une'.split(' '),
);

/** All words where there is nothing but stop words: somebody may be looking for the beginning of another one. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** "Résidence" and "residence" are one word. */
export const wordsOf = (text: string): string[] =>
  plainWords(text).map((word) => word.slice(0, MAX_WORD_LENGTH));

/** The label of a unit names its building too. */
const TEXTS: Readonly<Record<WordField, (ticket: ExistingTicket) => readonly string[]>> = {
  BUILDING: ({ details: { place } }) => [
    place.address,
    place.buildingReference,
    ...(place.unitId ? [] : [place.label, place.reference]),
  ],
  UNIT: ({ details: { place } }) => (place.unitId ? [place.label, place.reference] : []),
  OWNER: ({ details: { place } }) => [place.ownerName],
  SUBJECT_OR_DESCRIPTION: ({ details }) => [details.subject, details.description],
  CONTRACTOR: ({ missions }) => missions.map(({ contractor }) => contractor.name),
};

export const WORD_FIELDS = Object.keys(TEXTS) as readonly WordField[];

export type WordsByField = Readonly<Record<WordField, readonly string[]>>;

export function wordsByField(ticket: ExistingTicket): WordsByField {
  const words = (field: WordField): string[] =>
    [...new Set(TEXTS[field](ticket).flatMap(wordsOf))].slice(0, MAX_WORDS);
  const byField = Object.fromEntries(
    WORD_FIELDS.map((field) => [field, words(field)]),
  ) as unknown as WordsByField;
  // Each word once: a building is looked for in what its unit says as well (`list-keys.ts`).
  return { ...byField, BUILDING: byField.BUILDING.filter((word) => !byField.UNIT.includes(word)) };
}
