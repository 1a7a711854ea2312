import { isValues } from './field.js';
import type { Path, Values } from './field.js';

/** Both changed this since the last common version; mine stays on screen until somebody decides. */
export interface Clash {
  path: Path;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  content: Values;
  clashes: Clash[];
}

/**
 * Two people on one draft: what only one of them changed is taken from that one; where both changed the same field, mine
 * stays and theirs is told. Rows are the same when their ids are.
 */
export function mergeContents(base: Values, mine: Values, theirs: Values): Merged {
  const clashes: Clash[] = [];
  const content = mergeValues(base, mine, theirs, '', clashes) as Values;
  return { content, clashes };
}

function mergeValues(base: unknown, mine: unknown, theirs: unknown, path: Path, clashes: Clash[]): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (isValues(mine) && isValues(theirs))
    return mergeObjects(isValues(base) ? base : {}, mine, theirs, path, clashes);
  if (areRows(mine) && areRows(theirs))
    return mergeRows(areRows(base) ? base : [], mine, theirs, path, clashes);
  clashes.push({ path, mine, theirs });
  return mine;
}

function mergeObjects(base: Values, mine: Values, theirs: Values, path: Path, clashes: Clash[]): Values {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      mergeValues(base[name], mine[name], theirs[name], path ? `${path}.${name}` : name, clashes),
    ]),
  );
}

type Row = Values & { id: string };

/** Mine in my order, then theirs that are new; a row that one of us took away stays away unless the other changed it. */
function mergeRows(base: Row[], mine: Row[], theirs: Row[], path: Path, clashes: Clash[]): Row[] {
  const find = (rows: Row[], id: string) => rows.find((row) => row.id === id);
  const kept = mine.filter(({ id }) => {
    const before = find(base, id);
    return find(theirs, id) !== undefined || !before || !isSame(before, find(mine, id));
  });
  const added = theirs.filter(({ id }) => {
    const before = find(base, id);
    return !find(mine, id) && (!before || !isSame(before, find(theirs, id)));
  });
  return [...kept, ...added].map((row, index) => {
    const their = find(theirs, row.id);
    const my = find(mine, row.id);
    if (!their || !my) return row;
    return mergeValues(find(base, row.id), my, their, `${path}.${index}`, clashes) as Row;
  });
}

function areRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every((item) => isValues(item) && typeof item['id'] === 'string');
}

/** As JSON says it; an absent value and an empty one are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isValues(value)) return value === '' || value === 0 || value === false ? undefined : value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => [name, tidy(value[name])] as const)
      .filter(([, inner]) => inner !== undefined),
  );
}
