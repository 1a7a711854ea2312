import { badValue, MongoError, notImplemented } from '../errors.js';
import { type Doc, has, isDoc, isNumeric, newDoc } from '../values/kinds.js';
import { splitPath } from '../values/path.js';
import { type Match, matchPosition } from './match.js';
import { elementMatcher } from './parse.js';

/** The positional `a.$` needs to know what the filter matched. */
interface Source {
  readonly doc: Doc;
  readonly match: Match;
}

type Transform = (value: unknown, source: Source) => unknown;
type Leaf = 'include' | 'exclude' | Transform;
type Tree = Map<string, Tree | Leaf>;

interface Part {
  readonly path: string;
  readonly leaf: Leaf;
  /** What the part says about the fields that are not named; _id and $slice say nothing. */
  readonly mode: 'include' | 'exclude' | undefined;
}

const sliceBounds = (operand: unknown): readonly [number, number | undefined] => {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((value) =>
    isNumeric(value) ? Number(value) : NaN,
  );
  const [first = NaN, count] = numbers;
  if (numbers.some(Number.isNaN) || numbers.length > 2) throw badValue('$slice takes one or two numbers');
  if (count === undefined) return first < 0 ? [first, undefined] : [0, first];
  if (count <= 0) throw badValue('$slice limit must be positive');
  return [first, count];
};

const slice = (operand: unknown): Transform => {
  const [start, count] = sliceBounds(operand);
  return (value) => {
    if (!Array.isArray(value)) return value;
    const from = start < 0 ? Math.max(0, value.length + start) : start;
    return (value as unknown[]).slice(from, count === undefined ? undefined : from + count);
  };
};

const elemMatch = (operand: unknown): Transform => {
  if (!isDoc(operand)) throw badValue('elemMatch: Invalid argument, object required');
  const test = elementMatcher(operand);
  return (value) => {
    const found = Array.isArray(value) ? (value as unknown[]).findIndex(test) : -1;
    return found === -1 ? undefined : [(value as unknown[])[found]];
  };
};

const positional: Transform = (value, { doc, match }) => {
  if (!Array.isArray(value)) return value;
  const position = matchPosition(match, doc);
  if (position === -1 || position >= value.length) {
    throw badValue("positional operator '.$' couldn't find a matching element in the array");
  }
  return [value[position] as unknown];
};

const operators: Readonly<Record<string, (path: string, operand: unknown) => Part>> = {
  $slice: (path, operand) => ({ path, leaf: slice(operand), mode: undefined }),
  $elemMatch: (path, operand) => ({ path, leaf: elemMatch(operand), mode: 'include' }),
};

const flag = (path: string, value: unknown): Part => {
  const leaf = value?.valueOf() ? 'include' : 'exclude';
  return { path, leaf, mode: path === '_id' ? undefined : leaf };
};

const parsePart = (path: string, value: unknown): readonly Part[] => {
  if (path.endsWith('.$')) return [{ path: path.slice(0, -2), leaf: positional, mode: 'include' }];
  if (typeof value === 'boolean' || isNumeric(value)) return [flag(path, value)];
  if (!isDoc(value)) throw notImplemented(`The projection of '${path}' to a literal or an expression`);
  const [name = ''] = Object.keys(value);
  if (!name.startsWith('$')) {
    return Object.entries(value).flatMap(([field, nested]) => parsePart(`${path}.${field}`, nested));
  }
  const operator = operators[name];
  if (!operator) throw notImplemented(`${name} in a projection`);
  return [operator(path, value[name])];
};

const plant = (tree: Tree, { path, leaf }: Part): void => {
  const parts = splitPath(path);
  const collision = (): MongoError => new MongoError('ProjectionPathCollision', `Path collision at ${path}`);
  let node = tree;
  for (const part of parts.slice(0, -1)) {
    const next = node.get(part) ?? (new Map() as Tree);
    if (!(next instanceof Map)) throw collision();
    node.set(part, next);
    node = next;
  }
  const last = parts.at(-1) as string;
  if (node.has(last)) throw collision();
  node.set(last, leaf);
};

const modeOf = (parts: readonly Part[]): 'include' | 'exclude' => {
  const modes = new Set(parts.flatMap(({ mode }) => mode ?? []));
  if (modes.size > 1) {
    throw new MongoError('BadProjection', 'Cannot do exclusion on a field in inclusion projection');
  }
  const [mode] = modes;
  const onlyId = parts.every(({ path }) => path === '_id') && parts[0]?.leaf === 'include';
  return mode ?? (onlyId ? 'include' : 'exclude');
};

const project = (doc: Doc, tree: Tree, mode: 'include' | 'exclude', source: Source): Doc => {
  const result = newDoc();
  for (const key of Object.keys(doc)) {
    const value = projectValue(doc[key], tree.get(key), mode, source);
    if (value !== undefined) result[key] = value;
  }
  return result;
};

const projectValue = (
  value: unknown,
  node: Tree | Leaf | undefined,
  mode: 'include' | 'exclude',
  source: Source,
): unknown => {
  if (node === undefined) return mode === 'include' ? undefined : value;
  if (node === 'include') return value;
  if (node === 'exclude') return undefined;
  if (typeof node === 'function') return node(value, source);
  if (isDoc(value)) return project(value, node, mode, source);
  if (!Array.isArray(value)) return mode === 'include' ? undefined : value;
  return value.flatMap((element: unknown) => {
    const projected = projectValue(element, node, mode, source);
    return projected === undefined ? [] : [projected];
  });
};

export interface Projection {
  readonly project: (doc: Doc, match: Match) => Doc;
  /** The top-level fields that it needs; undefined: all. */
  readonly roots: ReadonlySet<string> | undefined;
}

/** A positional part looks at what the filter matched, which may be anywhere. */
const rootsOfTree = (parts: readonly Part[], tree: Tree, mode: 'include' | 'exclude'): Projection['roots'] =>
  mode === 'exclude' || parts.some(({ leaf }) => leaf === positional) ? undefined : new Set(tree.keys());

/** Undefined when the projection is empty: the stored bytes can be sent as they are. */
export const parseProjection = (projection: Doc): Projection | undefined => {
  const parts = Object.entries(projection).flatMap(([path, value]) => parsePart(path, value));
  if (parts.length === 0) return undefined;
  const mode = modeOf(parts);
  const tree: Tree = new Map();
  for (const part of parts) plant(tree, part);
  if (mode === 'include' && !has(projection, '_id')) tree.set('_id', 'include');
  return {
    project: (doc, match) => project(doc, tree, mode, { doc, match }),
    roots: rootsOfTree(parts, tree, mode),
  };
};
