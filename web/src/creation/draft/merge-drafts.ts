import type { Draft } from './draft.js';

interface Versions {
  /** What the ticket said when the changing began. */
  base: Draft;
  mine: Draft;
  /** What it says now. */
  theirs: Draft;
}

/**
 * What only one of the two changed is taken; where both did, mine.
 * @param taken the fields and options, by the contract's names, where theirs is to stay
 */
export function mergeDrafts({ base, mine, theirs }: Versions, taken: ReadonlySet<string>): Draft {
  return {
    ...merged(base, mine, theirs, taken),
    options: merged(base.options, mine.options, theirs.options, taken),
  };
}

function merged<T extends object>(base: T, mine: T, theirs: T, taken: ReadonlySet<string>): T {
  const fields = (Object.keys(mine) as (keyof T & string)[]).map((name) => {
    const isTheirs = taken.has(name) || isSame(mine[name], base[name]);
    return [name, (isTheirs ? theirs : mine)[name]];
  });
  return Object.fromEntries(fields) as T;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
