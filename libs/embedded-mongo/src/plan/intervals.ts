import type { BSONRegExp } from 'bson';
import type { LeafMatch } from '../query/match.js';
import { literalPrefix } from '../query/regex.js';
import { EMPTY_ARRAY_RANK } from '../storage/index-keys.js';
import { prefixEnd } from '../storage/keys.js';
import { isNumeric, kindByCode, kindOf, rankOf, rankOfKind } from '../values/kinds.js';
import { encodeValue } from '../values/order.js';

/** The encoded values from `low` (inclusive) to `high` (exclusive). */
export interface Interval {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly isPoint: boolean;
}

export type Intervals = readonly Interval[];

const interval = (low: Buffer, high: Buffer): Interval => ({ low, high, isPoint: false });

export const everything: Intervals = [interval(Buffer.of(0x01), Buffer.of(0xff))];

const pointAt = (low: Buffer): Interval => ({ low, high: prefixEnd(low), isPoint: true });
const point = (value: unknown): Interval => pointAt(encodeValue(value));
const emptyArrayPoint = pointAt(Buffer.of(EMPTY_ARRAY_RANK));

const rankInterval = (rank: number): Interval => interval(Buffer.of(rank), Buffer.of(rank + 1));
const nullPoint = point(null);

export const nonNull: Intervals = [
  interval(Buffer.of(0x01), nullPoint.low),
  interval(nullPoint.high, Buffer.of(0xff)),
];
export const onlyNull: Intervals = [nullPoint];

/** The lowest number that a range operator can accept: NaN is below, and never in a range. */
const lowest = (rank: number): Buffer =>
  rank === rankOfKind('int') ? prefixEnd(encodeValue(NaN)) : Buffer.of(rank);

/** An array is found by its first element, or, inside another array, as itself. */
const equalTo = (value: unknown): Intervals => {
  if (!Array.isArray(value)) return [point(value)];
  return union([value.length === 0 ? emptyArrayPoint : point(value[0]), point(value)]);
};

type Bound = (encoded: Buffer, rank: number) => Interval;

const ranges: Readonly<Record<string, Bound>> = {
  $gt: (encoded, rank) => interval(prefixEnd(encoded), Buffer.of(rank + 1)),
  $gte: (encoded, rank) => interval(encoded, Buffer.of(rank + 1)),
  $lt: (encoded, rank) => interval(lowest(rank), encoded),
  $lte: (encoded, rank) => interval(lowest(rank), prefixEnd(encoded)),
};

const hasNoSimpleRange = (value: unknown): boolean =>
  ['array', 'minKey', 'maxKey'].includes(kindOf(value)) || (isNumeric(value) && Number.isNaN(Number(value)));

const range = ({ op, value }: LeafMatch): Intervals => {
  if (hasNoSimpleRange(value)) return everything;
  if (value === null) return op === '$gte' || op === '$lte' ? onlyNull : [];
  return nonEmpty([(ranges[op] as Bound)(encodeValue(value), rankOf(value))]);
};

const regex = (value: BSONRegExp): Intervals => {
  const strings = Buffer.from(
    `${String.fromCharCode(rankOfKind('string'))}${literalPrefix(value.pattern, value.options)}`,
  );
  return [interval(strings, prefixEnd(strings)), rankInterval(rankOfKind('regex'))];
};

const anyOf = (values: readonly unknown[]): Intervals =>
  union(values.flatMap((value) => (kindOf(value) === 'regex' ? regex(value as BSONRegExp) : equalTo(value))));

const typed = (value: unknown): Intervals => {
  const codes = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const kinds = codes.flatMap((code) => kindByCode.get(isNumeric(code) ? Number(code) : code) ?? []);
  if (kinds.includes('array')) return everything;
  return union([...new Set(kinds.map(rankOfKind))].map(rankInterval));
};

const byOperator: Readonly<Record<string, (leaf: LeafMatch) => Intervals>> = {
  $eq: ({ value }) => equalTo(value),
  $in: ({ value }) => anyOf(value as readonly unknown[]),
  $gt: range,
  $gte: range,
  $lt: range,
  $lte: range,
  $regex: ({ value }) => regex(value as BSONRegExp),
  $type: ({ value }) => typed(value),
  $mod: () => [rankInterval(rankOfKind('int'))],
};

/** Where an index must be read to find every document that the condition can match. */
export const intervalsOf = (leaf: LeafMatch): Intervals => byOperator[leaf.op]?.(leaf) ?? everything;

const sufficient = new Set(['$eq', '$in', '$gt', '$gte', '$lt', '$lte']);

/** Values that are certain to satisfy the condition, or nothing when that cannot be told. */
export const intervalsImplying = (leaf: LeafMatch): Intervals => {
  if (leaf.op === '$exists') return nonNull;
  if (leaf.op === '$type') return isWholeRank(leaf.value) ? typed(leaf.value) : [];
  if (!sufficient.has(leaf.op) || hasNoSimpleRange(leaf.value)) return [];
  const list = leaf.op === '$in' ? (leaf.value as readonly unknown[]) : [];
  return list.some((value) => ['regex', 'array'].includes(kindOf(value))) ? [] : intervalsOf(leaf);
};

const isWholeRank = (value: unknown): boolean =>
  ['number', 'string', 'object', 'objectId', 'bool', 'date', 'binData'].includes(String(value));

const nonEmpty = (intervals: Intervals): Intervals =>
  intervals.filter(({ low, high }) => Buffer.compare(low, high) < 0);

/** Sorted and without overlaps. */
export const union = (intervals: Intervals): Intervals => {
  const sorted = [...nonEmpty(intervals)].sort((a, b) => Buffer.compare(a.low, b.low));
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (
      !last ||
      Buffer.compare(last.high, next.low) < 0 ||
      (last.isPoint && next.isPoint && !last.low.equals(next.low))
    ) {
      merged.push(next);
    } else if (Buffer.compare(next.high, last.high) > 0) {
      merged[merged.length - 1] = interval(last.low, next.high);
    }
  }
  return merged;
};

const later = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) >= 0 ? a : b);
const earlier = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) <= 0 ? a : b);

export const intersection = (a: Intervals, b: Intervals): Intervals =>
  nonEmpty(
    a.flatMap((x) =>
      b.map((y) => {
        const isPoint = x.isPoint || y.isPoint;
        return { low: later(x.low, y.low), high: earlier(x.high, y.high), isPoint };
      }),
    ),
  );

export const isWithin = (inner: Intervals, outer: Intervals): boolean =>
  inner.every(({ low, high }) =>
    outer.some((wide) => Buffer.compare(wide.low, low) <= 0 && Buffer.compare(high, wide.high) <= 0),
  );

export const isEverything = (intervals: Intervals): boolean => isWithin(everything, intervals);
