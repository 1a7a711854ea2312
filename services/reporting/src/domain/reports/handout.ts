/** What may be handed around: no private coordinates, no tenant, nothing of private parts. Pure. */

export const HIDDEN = '[…]';

const MAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/gu;
const PHONE = /(?<![\d])(?:\+33|0033|0)\s?[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)/gu;
const CODE = /\b(digicode|code\s+d[’']accès|code\s+porte|badge)\s*(?:n°\s*)?:?\s*[\dA-Z]{3,10}\b/giu;
/** Not a name, in the names of people and of those who speak for them. */
const COMMON = new Set(
  [
    'monsieur',
    'madame',
    'mlle',
    'mme',
    'conseil',
    'syndical',
    'société',
    'gardien',
    'gardienne',
    'les',
    'des',
  ].map((word) => word.toLowerCase()),
);
const SHORTEST = 3;

/** Coordinates and the names of those people are taken out of a text that was typed. */
export function withoutPeople(text: string, names: readonly string[]): string {
  const words = [...new Set(names.flatMap((name) => name.split(/[^\p{L}\p{M}'’-]+/u)))]
    .filter((word) => [...word].length >= SHORTEST && !COMMON.has(word.toLowerCase()))
    .sort((a, b) => b.length - a.length);
  const masked = text.replace(MAIL, HIDDEN).replace(PHONE, HIDDEN).replace(CODE, `$1 ${HIDDEN}`);
  if (words.length === 0) return masked;
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|');
  const named = new RegExp(
    `(?:\\b(?:M\\.|Mme|Mlle|MM\\.|Monsieur|Madame)\\s+)?(?<![\\p{L}\\p{M}])(?:${any})(?![\\p{L}\\p{M}])`,
    'giu',
  );
  // "[…] […]" is one person.
  return masked
    .replace(named, HIDDEN)
    .replace(/(?:\[…\]\s*){2,}/gu, `${HIDDEN} `)
    .trimEnd();
}
