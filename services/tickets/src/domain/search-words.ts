import type { ExistingTicket } from './ticket.js';

const MAX_WORDS = 300;
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

/** By co-ownership, unit, building, owner, subject or description, contractor (manual, "Recherches"). */
export function searchWords({ details, missions }: ExistingTicket): string[] {
  const { place } = details;
  const texts = [
    ...missions.map(({ contractor }) => contractor.name),
    details.subject,
    place.label,
    place.reference,
    place.ownerName,
    place.address,
    details.description,
  ];
  return [...new Set(texts.flatMap(wordsOf))].slice(0, MAX_WORDS);
}
