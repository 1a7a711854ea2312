/**
 * Whether two writings of a name are one, for people of the same lease: capitals, accents, the order of the words and a
 * title do not matter. A caisse writes « DURAND HELENE » for « Mme Hélène Durand ».
 */
export function isSameName(one: string, other: string): boolean {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size === 0) return false;
  if (shorter.size === 1 && longer.size > 1) return false;
  return [...shorter].every((word) => longer.has(word));
}

const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
