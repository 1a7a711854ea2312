import type { Index } from '../storage/catalog.js';
import { shortenedBound } from '../storage/index-keys.js';
import { idPrefix, prefixEnd } from '../storage/keys.js';
import type { Range } from '../storage/store.js';
import { everything, type Intervals } from './intervals.js';

/** Ranges that follow each other in key order. */
export interface Strand {
  readonly ranges: readonly Range[];
  /** How many bytes of each key come before the sort's. */
  readonly prefixLength: number;
}

const MAX_RANGES = 2_000;
const inverted = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => ~byte & 0xff));

const directed = (intervals: Intervals, direction: 1 | -1): Intervals =>
  direction === 1
    ? intervals
    : [...intervals].reverse().map(({ low, high, isPoint }) => ({
        low: prefixEnd(inverted(high)),
        high: prefixEnd(inverted(low)),
        isPoint,
      }));

export const arePoints = (intervals: Intervals): boolean => intervals.every(({ isPoint }) => isPoint);

const underPoints = (prefixes: readonly Buffer[], points: Intervals): readonly Buffer[] =>
  prefixes.flatMap((prefix) => points.map(({ low }) => Buffer.concat([prefix, low])));

/** Key ranges in key order: points of the leading fields multiply, the first real range ends them. */
const keyRanges = (
  index: Index,
  bounds: readonly Intervals[],
  start: readonly Buffer[],
  from: number,
): readonly Range[] => {
  let prefixes = start;
  for (const [position, { direction }] of index.fields.entries()) {
    if (position < from) continue;
    const intervals = directed(bounds[position] as Intervals, direction);
    const isLast = position === index.fields.length - 1;
    const count = prefixes.length * intervals.length;
    if (isLast || !arePoints(intervals) || count > MAX_RANGES) {
      return prefixes.flatMap((prefix) => rangesUnder(prefix, count > MAX_RANGES ? everything : intervals));
    }
    prefixes = underPoints(prefixes, intervals);
  }
  return [];
};

export const oneStrand = (index: Index, bounds: readonly Intervals[]): readonly Strand[] => [
  { ranges: keyRanges(index, bounds, [idPrefix(index.id)], 0), prefixLength: 0 },
];

/** A strand for each point of the first `depth` fields. */
export const manyStrands = (index: Index, bounds: readonly Intervals[], depth: number): readonly Strand[] =>
  index.fields
    .slice(0, depth)
    .reduce<readonly Buffer[]>(
      (prefixes, { direction }, position) =>
        underPoints(prefixes, directed(bounds[position] as Intervals, direction)),
      [idPrefix(index.id)],
    )
    .map((prefix) => ({ ranges: keyRanges(index, bounds, [prefix], depth), prefixLength: prefix.length }));

const rangesUnder = (prefix: Buffer, intervals: Intervals): readonly Range[] =>
  intervals.map(({ low, high }) => ({
    start: shortenedBound(Buffer.concat([prefix, low])),
    end: shortenedEnd(Buffer.concat([prefix, high])),
  }));

const shortenedEnd = (key: Buffer): Buffer => {
  const bound = shortenedBound(key);
  return bound === key ? key : prefixEnd(bound);
};
