import type { ExistingTicket } from './ticket.js';

/** The words of a ticket, by where they stand (manual, "Recherches"). */
export type WordField = 'BUILDING' | 'UNIT' | 'OWNER' | 'SUBJECT_OR_DESCRIPTION' | 'CONTRACTOR';

const MAX_WORDS = 200;
const MAX_WORD_LENGTH = 40;

/** Lower case, no accents: "Résidence" and "residence" are one word. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words =
    plain
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.slice(0, MAX_WORD_LENGTH));
}

/** The label of a unit names its building too; the one reference is that of the ticket's own place. */
const TEXTS: Readonly<Record<WordField, (ticket: ExistingTicket) => readonly string[]>> = {
  BUILDING: ({ details: { place } }) => [place.label, place.address, place.unitId ? '' : place.reference],
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
  return Object.fromEntries(WORD_FIELDS.map((field) => [field, words(field)])) as unknown as WordsByField;
}
