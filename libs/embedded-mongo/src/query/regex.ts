import { badValue, notImplemented } from '../errors.js';

const translated: Readonly<Record<string, string>> = { i: 'i', m: 'm', s: 's', u: '' };

const flagsOf = (options: string): string =>
  [...options]
    .map((option) => {
      if (option === 'x') throw notImplemented('The regular expression option x');
      const flag = translated[option];
      if (flag === undefined) throw badValue(`invalid flag in regex options: ${option}`);
      return flag;
    })
    .join('');

const leadingFlags = /^\(\?([imsx]+)\)/;

/** PCRE as far as JavaScript has the same; `(?i)` at the start becomes a flag. */
export const toRegExp = (pattern: string, options: string): RegExp => {
  const leading = leadingFlags.exec(pattern);
  const flags = new Set(flagsOf(options + (leading?.[1] ?? '')));
  try {
    return new RegExp(pattern.slice(leading?.[0].length ?? 0), [...flags].join(''));
  } catch (error) {
    throw badValue(`Regular expression is invalid: ${(error as Error).message}`);
  }
};

const special = /[\\^$.*+?()[\]{}|]/;

/** The literal that every matching string begins with, for an index range: '^abc' → 'abc'. */
export const literalPrefix = (pattern: string, options: string): string => {
  if (options !== '' || !pattern.startsWith('^') || pattern.includes('|')) return '';
  const body = pattern.slice(1);
  const end = body.search(special);
  if (end === -1) return body;
  // A quantifier makes the character before it optional.
  return body.slice(0, /[*?{]/.test(body[end] as string) ? Math.max(0, end - 1) : end);
};
