import { badValue } from '../errors.js';
import type { Match } from '../query/match.js';
import type { Sort } from '../query/sort.js';
import type { Collection, Index } from '../storage/catalog.js';
import type { Store } from '../storage/store.js';
import { isDoc } from '../values/kinds.js';
import { equalValues } from '../values/order.js';
import { arePoints, manyStrands, oneStrand, type Strand } from './strands.js';
import { boundsFor, type Condition, conditionsOf, impliesFilter } from './conditions.js';
import { everything, type Intervals, isEverything, isWithin, nonNull } from './intervals.js';

export interface CollectionScan {
  readonly kind: 'collscan';
  readonly reverse: boolean;
}

export interface IndexScan {
  readonly kind: 'ixscan';
  readonly index: Index;
  /** One; or, when points before the sort's fields keep the index from giving its order, one for each, to be merged. */
  readonly strands: readonly Strand[];
  readonly reverse: boolean;
  readonly isSorted: boolean;
  readonly bounds: readonly Intervals[];
}

/** One index scan for each branch of `$or`. */
export interface Union {
  readonly kind: 'union';
  readonly scans: readonly IndexScan[];
}

export type Plan = CollectionScan | IndexScan | Union;

export interface PlanRequest {
  readonly match: Match;
  readonly sort: Sort;
  /** `$natural` of a sort or a hint. */
  readonly natural?: 1 | -1;
  readonly hint?: unknown;
}

/** As MongoDB's `internalQueryMaxScansToExplode`. */
const MAX_STRANDS = 200;

/** Bounds of every field; of the fields that held arrays, only one has any. */
const indexBounds = (index: Index, conditions: readonly Condition[]): readonly Intervals[] => {
  let arrayIsBound = false;
  return index.fields.map(({ path }) => {
    const isMultikey = index.multikey.has(path);
    if (isMultikey && arrayIsBound) return everything;
    const bounds = boundsFor(conditions, path, isMultikey);
    if (isMultikey && !isEverything(bounds)) arrayIsBound = true;
    return bounds;
  });
};

const isConstant = (bounds: Intervals): boolean => bounds.length === 1 && arePoints(bounds);

/**
 * 1 or -1: the walk that yields the sort order; 0: the index does not provide it.
 * `isFixed` tells the fields whose value does not change on the way.
 */
const sortDirection = (
  index: Index,
  bounds: readonly Intervals[],
  sort: Sort,
  isFixed: (bounds: Intervals, position: number) => boolean,
): number => {
  if (index.hasShortened || sort.some(({ path }) => index.multikey.has(path))) return 0;
  let position = 0;
  let walk = 0;
  const constant = (at: number): boolean => isFixed(bounds[at] as Intervals, at);
  for (const part of sort) {
    const field = index.fields.findIndex(({ path }) => path === part.path);
    if (field !== -1 && constant(field)) continue;
    while (position < field && constant(position)) position += 1;
    if (field === -1 || field !== position) return 0;
    const direction = part.direction * (index.fields[position]?.direction ?? 1);
    if (walk !== 0 && walk !== direction) return 0;
    walk = direction;
    position += 1;
  }
  return walk || 1;
};

/** How many leading fields hold nothing but points; 0 when their strands would be too many, or only one. */
const strandDepth = (bounds: readonly Intervals[]): number => {
  const depth = leading(bounds, arePoints);
  const strands = bounds.slice(0, depth).reduce((product, points) => product * points.length, 1);
  return strands > 1 && strands <= MAX_STRANDS ? depth : 0;
};

interface Walk {
  readonly strands: readonly Strand[];
  /** 0: not in the order of the sort. */
  readonly direction: number;
}

/** One strand if that gives the order, else one for each point before the sort's fields. */
const walkFor = (index: Index, bounds: readonly Intervals[], sort: Sort): Walk => {
  const direction = sortDirection(index, bounds, sort, isConstant);
  if (direction !== 0) return { strands: oneStrand(index, bounds), direction };
  const sorted = new Set(sort.map(({ path }) => path));
  const first = index.fields.findIndex(({ path }) => sorted.has(path));
  const depth = first === -1 ? 0 : Math.min(strandDepth(bounds.slice(0, first)), first);
  const isFixed = (field: Intervals, position: number): boolean => position < depth || isConstant(field);
  const merged = depth === first && depth > 0 ? sortDirection(index, bounds, sort, isFixed) : 0;
  if (merged === 0) return { strands: oneStrand(index, bounds), direction: 0 };
  return { strands: manyStrands(index, bounds, depth), direction: merged };
};

interface Candidate {
  readonly scan: IndexScan;
  /** Compared from left to right, the greater wins. */
  readonly score: readonly number[];
}

const isComplete = (
  index: Index,
  conditions: readonly Condition[],
  bounds: readonly Intervals[],
): boolean => {
  if (index.partial && !impliesFilter(conditions, index.partial)) return false;
  return !index.sparse || bounds.some((field) => isWithin(field, nonNull));
};

const leading = (bounds: readonly Intervals[], holds: (intervals: Intervals) => boolean): number => {
  const end = bounds.findIndex((intervals) => !holds(intervals));
  return end === -1 ? bounds.length : end;
};

/** `chosen`: the conditions that give the bounds, of all that hold. */
const candidate = (
  index: Index,
  conditions: readonly Condition[],
  sort: Sort,
  chosen = conditions,
): Candidate | undefined => {
  const bounds = indexBounds(index, chosen);
  return isComplete(index, conditions, bounds) ? scored(index, bounds, sort) : undefined;
};

const scored = (index: Index, bounds: readonly Intervals[], sort: Sort): Candidate => {
  const { strands, direction } = walkFor(index, bounds, sort);
  const isSorted = direction !== 0;
  const points = leading(bounds, arePoints);
  const isUnique = index.unique && bounds.every(isConstant);
  const next = bounds[points];
  const isRanged = next !== undefined && !isEverything(next);
  const providesSort = isSorted && sort.length > 0;
  return {
    scan: {
      kind: 'ixscan',
      index,
      strands,
      reverse: direction === -1,
      isSorted,
      bounds,
    },
    score: [Number(isUnique), points, Number(providesSort), Number(isRanged), -index.fields.length],
  };
};

const isUseful = ({ score }: Candidate): boolean => score.slice(1, 4).some((part) => part > 0);

const better = (store: Store, a: Candidate, b: Candidate): Candidate => {
  const position = a.score.findIndex((part, index) => part !== b.score[index]);
  if (position !== -1) return (a.score[position] as number) > (b.score[position] as number) ? a : b;
  if (a.scan.index !== b.scan.index) return a;
  return entriesIn(store, a.scan) <= entriesIn(store, b.scan) ? a : b;
};

/**
 * On a field that held arrays one of several conditions gives the bounds, whichever leads to the fewest entries:
 * where MongoDB would try them out against each other, a look at the index tells.
 */
const choices = (index: Index, conditions: readonly Condition[]): readonly (readonly Condition[])[] => {
  const rivals = conditions.filter(
    ({ path, intervals, needsScalars }) =>
      index.multikey.has(path) &&
      index.fields.some((field) => field.path === path) &&
      !needsScalars &&
      !isEverything(intervals),
  );
  if (rivals.length < 2) return [conditions];
  return rivals.map((rival) => conditions.filter((one) => one === rival || !rivals.includes(one)));
};

/** Beyond so many, more do not matter. */
const MAX_COUNTED = 10_000;

const entriesIn = (store: Store, { strands }: IndexScan): number => {
  let entries = 0;
  for (const range of strands.flatMap(({ ranges }) => ranges)) {
    if (entries >= MAX_COUNTED) break;
    entries += store.count(range, MAX_COUNTED - entries);
  }
  return entries;
};

const bestScan = (store: Store, collection: Collection, match: Match, sort: Sort): IndexScan | undefined => {
  const conditions = conditionsOf(match);
  return collection.indexes
    .filter(({ isBuilding }) => !isBuilding)
    .flatMap((index) =>
      choices(index, conditions).map((chosen) => candidate(index, conditions, sort, chosen)),
    )
    .filter((found) => found !== undefined)
    .filter(isUseful)
    .reduce<Candidate | undefined>((best, next) => (best ? better(store, best, next) : next), undefined)
    ?.scan;
};

const hintedIndex = (collection: Collection, hint: unknown): Index => {
  const found = collection.indexes.find(
    ({ name, key, isBuilding }) => !isBuilding && (name === hint || (isDoc(hint) && equalValues(key, hint))),
  );
  if (found) return found;
  throw badValue('error processing query: planner returned error: bad hint');
};

/** Even when the index does not hold all that the query can match: the caller insists. */
const hintedScan = (collection: Collection, { match, sort, hint }: PlanRequest): Plan => {
  const index = hintedIndex(collection, hint);
  return scored(index, indexBounds(index, conditionsOf(match)), sort).scan;
};

const unionOf = (store: Store, collection: Collection, match: Match): Union | undefined => {
  const disjunction = match.kind === 'and' ? match.parts.find(({ kind }) => kind === 'or') : match;
  if (disjunction?.kind !== 'or') return undefined;
  const scans = disjunction.parts.map((part) =>
    bestScan(
      store,
      collection,
      match.kind === 'and' ? { kind: 'and', parts: [...match.parts, part] } : part,
      [],
    ),
  );
  return scans.every((scan) => scan !== undefined) && scans.length > 0 ? { kind: 'union', scans } : undefined;
};

const isPreferred = (scan: IndexScan): boolean => scan.bounds.some((bounds) => !isEverything(bounds));

export const planQuery = (store: Store, collection: Collection, request: PlanRequest): Plan => {
  const { match, sort, natural, hint } = request;
  if (natural !== undefined) return { kind: 'collscan', reverse: natural === -1 };
  if (hint !== undefined) return hintedScan(collection, request);
  const scan = bestScan(store, collection, match, sort);
  if (scan && isPreferred(scan)) return scan;
  return unionOf(store, collection, match) ?? scan ?? { kind: 'collscan', reverse: false };
};
