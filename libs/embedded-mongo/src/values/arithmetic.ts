import { Double, Long } from 'bson';
import { badValue } from '../errors.js';
import { addDecimals, multiplyDecimals } from './decimal.js';
import { type Kind, kindOf } from './kinds.js';

/** The wider of two numeric types decides the type of the result. */
const width: Partial<Record<Kind, number>> = { int: 0, long: 1, double: 2, decimal: 3 };

interface Arithmetic {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly doubles: (a: number, b: number) => number;
  readonly decimals: (a: string, b: string) => unknown;
}

const INT32 = 2n ** 31n;
const INT64 = 2n ** 63n;

const toBigInt = (value: unknown): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(Number(value));

/** int32 sums widen to int64; an int64 overflow is an error, as in MongoDB. */
const integer = (value: bigint, keepLong: boolean): unknown => {
  if (!keepLong && value >= -INT32 && value < INT32) return Number(value);
  if (value < -INT64 || value >= INT64) {
    throw badValue('Failed to apply the operation to the current value: integer overflow');
  }
  return Long.fromBigInt(value);
};

const double = (value: number): unknown => (Number.isInteger(value) ? new Double(value) : value);

const compute =
  ({ integers, doubles, decimals }: Arithmetic) =>
  (a: unknown, b: unknown): unknown => {
    const widest = Math.max(width[kindOf(a)] ?? 0, width[kindOf(b)] ?? 0);
    if (widest === width.decimal) return decimals(String(a), String(b));
    if (widest === width.double) return double(doubles(Number(a), Number(b)));
    return integer(integers(toBigInt(a), toBigInt(b)), widest === width.long);
  };

export const add = compute({
  integers: (a, b) => a + b,
  doubles: (a, b) => a + b,
  decimals: addDecimals,
});

export const multiply = compute({
  integers: (a, b) => a * b,
  doubles: (a, b) => a * b,
  decimals: multiplyDecimals,
});
