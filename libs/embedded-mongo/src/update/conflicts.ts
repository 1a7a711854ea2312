import { MongoError } from '../errors.js';
import { arrayIndexOf, pathOf } from '../values/names.js';
import { type Path, splitPath } from '../values/path.js';
import type { Change } from './change.js';

export const touchedPaths = ({ op, parts, operand }: Change): readonly Path[] =>
  op === '$rename' ? [parts, splitPath(operand as string)] : [parts];

const compareNames = (a: string, b: string): number => {
  const [x, y] = [arrayIndexOf(a), arrayIndexOf(b)];
  if (x !== undefined && y !== undefined) return x - y;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
};

/** The order in which new fields are added: numbers by value, other names by their bytes. */
export const byPath = (a: Change, b: Change): number => {
  const differing = a.parts.findIndex((part, at) => part !== b.parts[at]);
  if (differing === -1) return a.parts.length - b.parts.length;
  return compareNames(a.parts[differing] as string, b.parts[differing] ?? '');
};

/** Two changes of one path, or of a path and its parent, have no defined order. */
export const refuseConflicts = (changes: readonly Change[]): void => {
  const paths = changes.flatMap(touchedPaths).map(pathOf).sort();
  const taken = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    const conflict = prefixes.find((prefix) => taken.has(prefix));
    if (conflict !== undefined) {
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${conflict}'`,
      );
    }
    taken.add(path);
  }
};
