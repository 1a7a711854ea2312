/** Annexes are free text in the base ("cave n° 12, M. Durand"): only what kind they are is said. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/cave|cellier/i, 'CELLAR'],
  [/parking|stationnement/i, 'PARKING'],
  [/garage|box/i, 'GARAGE'],
  [/balcon/i, 'BALCONY'],
  [/terrasse/i, 'TERRACE'],
  [/loggia/i, 'LOGGIA'],
  [/jardin/i, 'GARDEN'],
  [/grenier|combles/i, 'ATTIC'],
  [/piscine/i, 'POOL'],
];

export function annexKinds(texts: readonly string[]): string[] {
  const kinds = texts.flatMap((text) => KINDS.filter(([words]) => words.test(text)).map(([, kind]) => kind));
  return [...new Set(kinds)];
}
