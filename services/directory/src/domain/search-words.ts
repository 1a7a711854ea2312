import { plain, plainWords } from '@intervia/french/letters';

/** The distinct words of some texts; only [a-z0-9], so that they need no escaping in a pattern. */
export const searchWords = (...texts: string[]): string[] => [...new Set(texts.flatMap(plainWords))].sort();

const MOST_WORDS = 8;

/** No word begins so: what was typed holds no word, hence finds nothing. */
const NO_WORD = '-';

/** The words a person typed: a record matches when each begins one of its own words. Nothing typed, no condition. */
export function queryWords(search: string): string[] {
  const words = [...new Set(plainWords(search))].slice(0, MOST_WORDS);
  return words.length === 0 && search.trim() !== '' ? [NO_WORD] : words;
}

/** Orders names as a French reader expects, without a collation in the database. */
export const sortKey = (...texts: string[]): string => plain(texts.join(' ')).trim();
