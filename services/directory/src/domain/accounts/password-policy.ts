/** Long rather than odd (NIST SP 800-63B-4, 3.1.1.2; ASVS 5, 6.2): no rule of composition, nothing that is guessed first. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordFault = 'TOO_SHORT' | 'TOO_LONG' | 'BREACHED' | 'PERSONAL';

const SHORTEST_WORD = 4;
const OURS = ['intervia', 'syndic', 'gerance', 'agence', 'immobilier', 'motdepasse', 'bienvenue'];

/** What guessers try first: the word with digits and signs put around it, or the word twice. */
export function coresOf(password: string): string[] {
  const lower = fold(password);
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const letters = lower.replaceAll(/[^a-z]/g, '');
  return [...new Set([lower, core, letters, once(lower), once(letters)])].filter(Boolean);
}

/** @param isBreached whether a lower-case text stands in the list of passwords that everybody knows */
export function faultOfPassword(
  password: string,
  personal: readonly string[],
  isBreached: (text: string) => boolean,
): PasswordFault | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'TOO_SHORT';
  if (length > LONGEST_PASSWORD) return 'TOO_LONG';
  const cores = coresOf(password);
  const words = new Set([...OURS, ...personal.flatMap(wordsOf)]);
  if (cores.some((core) => words.has(core))) return 'PERSONAL';
  return cores.some(isBreached) ? 'BREACHED' : undefined;
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Of a name or a mail, alone and together. */
function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(/[^a-z]+/)
    .filter((word) => word.length >= SHORTEST_WORD);
  return [...words, words.join('')];
}

/** "abcabc" is "abc". */
function once(text: string): string {
  const size = (text + text).indexOf(text, 1);
  return text.slice(0, size);
}
