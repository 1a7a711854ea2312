import { type Doc, isDoc, own } from './kinds.js';
import { arrayIndexOf, keyOf } from './names.js';

/** Keys of decoded documents: fields named like an index are marked. */
export type Path = readonly string[];

/** A value a dotted path leads to, and the index taken in the first array on the way (-1: none). */
export interface Leaf {
  readonly value: unknown;
  readonly position: number;
}

const splitPaths = new Map<string, Path>();
const MAX_CACHED_PATHS = 10_000;

export const splitPath = (path: string): Path => {
  const known = splitPaths.get(path);
  if (known) return known;
  if (splitPaths.size >= MAX_CACHED_PATHS) splitPaths.clear();
  const parts = path.split('.').map(keyOf);
  splitPaths.set(path, parts);
  return parts;
};

type Visit = (value: unknown, position: number) => void;

const step = (value: unknown, path: Path, depth: number, position: number, visit: Visit): void => {
  if (depth === path.length) visit(value, position);
  else if (Array.isArray(value)) walkArray(value, path, depth, position, visit);
  else if (isDoc(value)) walkDoc(value, path, depth, position, visit);
  else visit(undefined, position);
};

const walkDoc = (doc: Doc, path: Path, depth: number, position: number, visit: Visit): void =>
  step(own(doc, path[depth] as string), path, depth + 1, position, visit);

/** MongoDB's implicit traversal: every sub-document of the array, and the element of that number. */
const walkArray = (
  values: readonly unknown[],
  path: Path,
  depth: number,
  position: number,
  visit: Visit,
): void => {
  const at = (index: number): number => (position === -1 ? index : position);
  values.forEach((value, index) => {
    if (isDoc(value)) walkDoc(value, path, depth, at(index), visit);
  });
  const index = arrayIndexOf(path[depth] as string);
  if (index !== undefined && index < values.length) step(values[index], path, depth + 1, at(index), visit);
};

/** Every value the path leads to; a missing field is an undefined leaf, an empty array leads nowhere. */
export const leavesOf = (doc: Doc, path: Path): Leaf[] => {
  const leaves: Leaf[] = [];
  walkDoc(doc, path, 0, -1, (value, position) => leaves.push({ value, position }));
  return leaves;
};

/** Like leavesOf, the leaf arrays replaced by their elements: what an index or a sort sees. */
export const elementsAt = (doc: Doc, path: Path): unknown[] => {
  const values: unknown[] = [];
  walkDoc(doc, path, 0, -1, (value) => {
    if (!Array.isArray(value)) values.push(value);
    else for (const element of value) values.push(element);
  });
  return values;
};

/** Whether an array is on the path or at its end: such a field makes an index multikey. */
export const crossesArray = (doc: Doc, path: Path): boolean => {
  let value: unknown = doc;
  for (const part of path) {
    if (!isDoc(value)) return Array.isArray(value);
    value = own(value, part);
  }
  return Array.isArray(value);
};
