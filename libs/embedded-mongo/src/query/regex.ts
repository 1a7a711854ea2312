import { badValue, notImplemented } from '../errors.js';
import { type Options, RegexReader } from './regex-reader.js';

const known = new Set(['i', 'm', 's', 'u']);

const checked = (options: string): string => {
  for (const option of options) {
    if (option === 'x') throw notImplemented('The regular expression option x');
    if (!known.has(option)) throw badValue(`invalid flag in regex options: ${option}`);
  }
  return options;
};

const leadingFlags = /^\(\?([imsx]+)\)/;

/** A text is tried at each of its places, unless the pattern begins with ^. */
const MAX_WAYS = 100;

/**
 * PCRE as far as JavaScript reads it alike and in bounded time; everything else is refused by name. `(?i)` at the
 * start becomes a flag. An unbounded quantifier needs ^ at the start: from every place of a long text it would
 * walk to the end.
 */
export const toRegExp = (pattern: string, options: string): RegExp => {
  const leading = leadingFlags.exec(pattern);
  const flags = new Set(checked(options + (leading?.[1] ?? '')));
  const read: Options = {
    ignoreCase: flags.has('i'),
    multiline: flags.has('m'),
    dotAll: flags.has('s'),
  };
  const body = pattern.slice(leading?.[0].length ?? 0);
  const { source, ways, isUnbounded } = new RegexReader(body, read).read();
  const isAnchored = body.startsWith('^') && !read.multiline && !body.includes('|');
  if (isUnbounded && !isAnchored && !endsUnbounded(body)) {
    throw notImplemented(
      `An unbounded quantifier without ^ at the start, in the regular expression /${pattern}/`,
    );
  }
  if (ways > MAX_WAYS) {
    throw notImplemented(`More than ${MAX_WAYS} ways to match, in the regular expression /${pattern}/`);
  }
  return new RegExp(source, read.ignoreCase ? 'iu' : 'u');
};

/** Nothing follows that could fail, so nothing is tried again: 'a+', 'x.*'. */
const endsUnbounded = (body: string): boolean => /^[^()|]*[*+]$/.test(body);

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
