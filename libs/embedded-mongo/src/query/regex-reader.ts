import { badValue, notImplemented } from '../errors.js';

/** What a part of a pattern is in JavaScript (flags u, and i where asked), and what it may cost. */
export interface Part {
  readonly source: string;
  /** In how many ways it can match at one place: the product bounds what backtracking tries. */
  readonly ways: number;
  readonly isUnbounded: boolean;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/;
const MAX_REPEAT = 1000;

/** PCRE's own lists, which the flags u and i of JavaScript would widen. */
const classes: Readonly<Record<string, string>> = {
  d: '0-9',
  s: ' \\t\\n\\v\\f\\r',
  w: 'A-Za-z0-9_',
};
const controls: Readonly<Record<string, string>> = { t: '\\t', n: '\\n', r: '\\r', f: '\\f' };

const literal = (char: string): string => (SYNTAX.test(char) || char === '-' ? `\\${char}` : char);
const inClass = (char: string): string => (/[\\\]^[-]/.test(char) ? `\\${char}` : char);

export interface Options {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

const fixed = (source: string): Part => ({ source, ways: 1, isUnbounded: false });

/**
 * Reads the part of PCRE's language that JavaScript reads alike, and refuses the rest by name: look-around,
 * back-references, lazy and possessive quantifiers, repeated groups, `\b`, named classes.
 */
export class RegexReader {
  private at = 0;
  private readonly chars: readonly string[];

  constructor(
    private readonly pattern: string,
    private readonly options: Options,
  ) {
    this.chars = [...pattern];
  }

  read(): Part {
    const part = this.alternatives();
    if (this.at < this.chars.length) throw this.invalid('unmatched parentheses');
    return part;
  }

  private invalid(why: string): Error {
    return badValue(`Regular expression is invalid: ${why} in /${this.pattern}/`);
  }

  private refused(what: string): Error {
    return notImplemented(`${what} in the regular expression /${this.pattern}/`);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private take(expected: string): boolean {
    if (this.peek() !== expected) return false;
    this.at += 1;
    return true;
  }

  private alternatives(): Part {
    const branches = [this.sequence()];
    while (this.take('|')) branches.push(this.sequence());
    return {
      source: branches.map(({ source }) => source).join('|'),
      ways: branches.reduce((sum, { ways }) => sum + ways, 0),
      isUnbounded: branches.some(({ isUnbounded }) => isUnbounded),
    };
  }

  private sequence(): Part {
    let source = '';
    let ways = 1;
    let isUnbounded = false;
    for (let char = this.peek(); char !== undefined && char !== '|' && char !== ')'; char = this.peek()) {
      const part = this.quantified();
      if (part.isUnbounded && isUnbounded) throw this.refused('More than one unbounded quantifier');
      source += part.source;
      ways *= part.ways;
      isUnbounded ||= part.isUnbounded;
    }
    return { source, ways, isUnbounded };
  }

  private quantified(): Part {
    const start = this.chars[this.at] as string;
    const atom = this.atom();
    const quantifier = this.quantifier();
    if (!quantifier) return atom;
    if (start === '(') throw this.refused('A repeated group');
    if (start === '^' || start === '$') throw this.refused('A repeated anchor');
    const next = this.peek() ?? '';
    if (next === '?' || next === '+') throw this.refused('A lazy or possessive quantifier');
    const [least, most] = quantifier;
    const range = most === undefined ? `{${least},}` : `{${least},${most}}`;
    return {
      source: `${atom.source}${range}`,
      ways: most === undefined ? 1 : most - least + 1,
      isUnbounded: most === undefined,
    };
  }

  /** Least and most; undefined: without end. */
  private quantifier(): readonly [number, number | undefined] | undefined {
    if (this.take('*')) return [0, undefined];
    if (this.take('+')) return [1, undefined];
    if (this.take('?')) return [0, 1];
    if (this.peek() !== '{') return undefined;
    const found = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(this.chars.slice(this.at, this.at + 12).join(''));
    if (!found) throw this.refused('A brace that is no quantifier');
    this.at += found[0].length;
    const least = Number(found[1]);
    const most = found[2] === undefined ? least : found[3] === undefined ? undefined : Number(found[3]);
    if (Math.max(least, most ?? 0) > MAX_REPEAT) throw this.refused(`A repetition beyond ${MAX_REPEAT}`);
    if (most !== undefined && most < least) throw this.invalid('numbers out of order in a quantifier');
    return [least, most];
  }

  private atom(): Part {
    const char = this.chars[this.at++] as string;
    if (char === '(') return this.group();
    if (char === '[') return fixed(this.class());
    if (char === '\\') return fixed(this.escape());
    if (char === '.') return fixed(this.options.dotAll ? '[\\s\\S]' : '[^\\n]');
    if (char === '^') return fixed(this.options.multiline ? '(?:^|(?<=\\n)(?=[\\s\\S]))' : '^');
    // PCRE's $ also stands before a line feed that ends the text.
    if (char === '$') return fixed(this.options.multiline ? '(?=\\n|$)' : '(?=\\n?$)');
    if ('*+?'.includes(char)) throw this.invalid('nothing to repeat');
    if (char === '{') throw this.refused('A brace that is no quantifier');
    return fixed(literal(char));
  }

  private group(): Part {
    if (this.take('?')) {
      if (!this.take(':')) throw this.refused('A group that begins with (?');
    } else if (this.peek() === '*') throw this.refused('A verb');
    const part = this.alternatives();
    if (!this.take(')')) throw this.invalid('a missing parenthesis');
    return { ...part, source: `(?:${part.source})` };
  }

  private escape(): string {
    const char = this.chars[this.at++];
    if (char === undefined) throw this.invalid('a lone backslash at the end');
    const control = controls[char];
    if (control !== undefined) return control;
    const list = classes[char.toLowerCase()];
    if (list !== undefined) return this.listed(list, char, char !== char.toLowerCase());
    if (/[A-Za-z0-9]/.test(char)) throw this.refused(`\\${char}`);
    return literal(char);
  }

  private listed(list: string, char: string, isNegated: boolean): string {
    if (this.options.ignoreCase && char.toLowerCase() === 'w')
      throw this.refused(`\\${char} with the option i`);
    return `[${isNegated ? '^' : ''}${list}]`;
  }

  private class(): string {
    const negation = this.take('^') ? '^' : '';
    let source = '';
    let isFirst = true;
    while (isFirst || this.peek() !== ']') {
      source += this.classRange();
      isFirst = false;
    }
    this.at += 1;
    return `[${negation}${source}]`;
  }

  private classRange(): string {
    const low = this.classAtom();
    const isRange = this.peek() === '-' && this.chars[this.at + 1] !== ']';
    if (!isRange) return low.source;
    this.at += 1;
    const high = this.classAtom();
    if (low.char === undefined || high.char === undefined) throw this.refused('A range of classes');
    if ((low.char.codePointAt(0) as number) > (high.char.codePointAt(0) as number)) {
      throw this.invalid('a range out of order');
    }
    return `${low.source}-${high.source}`;
  }

  private classAtom(): { readonly source: string; readonly char?: string } {
    const char = this.chars[this.at++];
    if (char === undefined) throw this.invalid('a missing bracket');
    if (char === '[' && /[:.=]/.test(this.peek() ?? '')) throw this.refused('A named class');
    if (char !== '\\') return { source: inClass(char), char };
    const escaped = this.chars[this.at++];
    if (escaped === undefined) throw this.invalid('a lone backslash at the end');
    const control = controls[escaped];
    if (control !== undefined) return { source: control };
    const list = classes[escaped];
    if (list !== undefined) return { source: this.listed(list, escaped, false).slice(1, -1) };
    if (/[A-Za-z0-9]/.test(escaped)) throw this.refused(`\\${escaped} in a class`);
    return { source: inClass(escaped), char: escaped };
  }
}
