import type { LeafMatch, Match } from '../query/match.js';
import { splitPath } from '../values/path.js';
import {
  everything,
  intersection,
  type Intervals,
  intervalsImplying,
  intervalsOf,
  isEverything,
  isWithin,
  nonNull,
  onlyNull,
} from './intervals.js';
import { equalValues } from '../values/order.js';

/** A condition that every result satisfies, as seen by an index on its path. */
export interface Condition {
  readonly path: string;
  readonly intervals: Intervals;
  readonly leaf: LeafMatch | undefined;
  /** A negation says nothing about single elements of an array. */
  readonly needsScalars: boolean;
}

const ofLeaf = (leaf: LeafMatch): readonly Condition[] => [
  { path: leaf.path, intervals: intervalsOf(leaf), leaf, needsScalars: false },
  ...(leaf.inner ? conditionsOf(prefixed(leaf.path, leaf.inner)) : []),
];

const prefixed = (prefix: string, match: Match): Match => {
  if (match.kind === 'leaf') {
    const path = `${prefix}.${match.path}`;
    return { ...match, path, parts: splitPath(path) };
  }
  if (match.kind !== 'and') return { kind: 'and', parts: [] };
  return { kind: 'and', parts: match.parts.map((part) => prefixed(prefix, part)) };
};

const negated: Readonly<Record<string, (leaf: LeafMatch) => Intervals>> = {
  $exists: () => onlyNull,
  $eq: ({ value }) => (value === null ? nonNull : everything),
};

const ofNegation = (part: Match): readonly Condition[] => {
  if (part.kind !== 'leaf') return [];
  const intervals = negated[part.op]?.(part) ?? everything;
  return [{ path: part.path, intervals, leaf: undefined, needsScalars: true }];
};

/** The conditions that hold at once; a disjunction is not among them. */
export const conditionsOf = (match: Match): readonly Condition[] => {
  if (match.kind === 'leaf') return ofLeaf(match);
  if (match.kind === 'and') return match.parts.flatMap(conditionsOf);
  return match.kind === 'not' ? ofNegation(match.part) : [];
};

const narrower = (a: Intervals, b: Intervals): Intervals => {
  const weight = (intervals: Intervals): number => {
    if (isEverything(intervals)) return Infinity;
    return intervals.every(({ isPoint }) => isPoint) ? intervals.length : 1e6;
  };
  return weight(b) < weight(a) ? b : a;
};

/** On a field that held arrays, different elements may satisfy different conditions: one is used. */
export const boundsFor = (conditions: readonly Condition[], path: string, isMultikey: boolean): Intervals =>
  conditions
    .filter((condition) => condition.path === path && !(isMultikey && condition.needsScalars))
    .map(({ intervals }) => intervals)
    .reduce(isMultikey ? narrower : intersection, everything);

const implies = (condition: Condition, wanted: LeafMatch): boolean => {
  if (condition.path !== wanted.path) return false;
  const { leaf } = condition;
  if (leaf && leaf.op === wanted.op && equalValues(leaf.value, wanted.value)) return true;
  if (condition.needsScalars && wanted.op !== '$exists') return false;
  return isWithin(condition.intervals, intervalsImplying(wanted));
};

/** Whether every result of the query is certain to be in an index with this partial filter. */
export const impliesFilter = (conditions: readonly Condition[], filter: Match): boolean => {
  if (filter.kind === 'and') return filter.parts.every((part) => impliesFilter(conditions, part));
  return filter.kind === 'leaf' && conditions.some((condition) => implies(condition, filter));
};
