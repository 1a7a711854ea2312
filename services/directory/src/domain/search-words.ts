const MARKS = /\p{Diacritic}/gu;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae' };

/** Without accents, case and ligatures: "Résidence du Cœur" → "residence du coeur". */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '');

const wordsOf = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

/** The distinct words of some texts; only [a-z0-9], so that they need no escaping in a pattern. */
export const searchWords = (...texts: string[]): string[] => [...new Set(texts.flatMap(wordsOf))].sort();

const MOST_WORDS = 8;

/** The words a person typed: a record matches when each begins one of its own words. */
export const queryWords = (search: string): string[] => [...new Set(wordsOf(search))].slice(0, MOST_WORDS);

/** Orders names as a French reader expects, without a collation in the database. */
export const sortKey = (...texts: string[]): string => plain(texts.join(' ')).trim();
