import type { BSONRegExp, Double } from 'bson';
import { badValue } from '../errors.js';
import { compareValues, encodeValue, equalValues } from '../values/order.js';
import { isDoc, isNumeric, type Kind, kindByCode, kindOf, rankOf } from '../values/kinds.js';
import { toRegExp } from './regex.js';

export type Test = (value: unknown) => boolean;

export interface Operator {
  readonly compile: (operand: unknown) => Test;
  readonly expands: boolean;
}

const isBound = (value: unknown): boolean => ['minKey', 'maxKey'].includes(kindOf(value));

/** Comparisons hold within one type only, except against MinKey and MaxKey. */
const ordered =
  (holds: (order: number) => boolean) =>
  (operand: unknown): Test => {
    const rank = rankOf(operand);
    const anyType = isBound(operand);
    if (isNumeric(operand) && Number.isNaN(Number(operand))) {
      return (value) => holds(0) && equalValues(value, operand);
    }
    return (value) => {
      if (!anyType && rankOf(value) !== rank) return false;
      if (isNumeric(value) && Number.isNaN((value as number | Double).valueOf())) return false;
      return holds(compareValues(value, operand));
    };
  };

const equalTo = (operand: unknown): Test => {
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => equalValues(value, operand);
};

const asList = (name: string, operand: unknown): readonly unknown[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  return operand;
};

const inList = (operand: unknown): Test => {
  const list = asList('$in', operand);
  if (list.some((value) => isDoc(value) && Object.keys(value)[0]?.startsWith('$'))) {
    throw badValue('cannot nest $ under $in');
  }
  const patterns = list.filter((value): value is BSONRegExp => kindOf(value) === 'regex');
  const tests = patterns.map((pattern) => matchesRegex(pattern));
  const strings = new Set(list.filter((value) => typeof value === 'string'));
  const others = new Set(
    list.filter((value) => typeof value !== 'string').map((value) => encodeValue(value).toString('latin1')),
  );
  return (value) =>
    typeof value === 'string'
      ? strings.has(value) || tests.some((test) => test(value))
      : others.size > 0 && others.has(encodeValue(value).toString('latin1'));
};

export const matchesRegex = (pattern: BSONRegExp): Test => {
  const regexp = toRegExp(pattern.pattern, pattern.options);
  return (value) =>
    typeof value === 'string' ? regexp.test(value) : kindOf(value) === 'regex' && equalValues(value, pattern);
};

const typesOf = (operand: unknown): ReadonlySet<Kind> => {
  const codes = Array.isArray(operand) ? operand : [operand];
  if (codes.length === 0) throw badValue('$type must match at least one type');
  return new Set(
    codes.flatMap((code: unknown) => {
      const key = isNumeric(code) ? Number(code) : code;
      const kinds = kindByCode.get(key);
      if (!kinds) throw badValue(`Unknown type name alias: ${String(key)}`);
      return kinds;
    }),
  );
};

const hasType = (operand: unknown): Test => {
  const kinds = typesOf(operand);
  return (value) => kinds.has(kindOf(value));
};

const truncated = (operand: unknown, what: string): number => {
  const value = isNumeric(operand) ? Math.trunc(Number(operand)) : NaN;
  if (!Number.isFinite(value)) throw badValue(`malformed mod, ${what} not a number`);
  return value;
};

const modulo = (operand: unknown): Test => {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const divisor = truncated(operand[0], 'divisor');
  const remainder = truncated(operand[1], 'remainder');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => {
    const number = isNumeric(value) ? Math.trunc(Number(value)) : NaN;
    return Number.isFinite(number) && number % divisor === remainder;
  };
};

const hasSize = (operand: unknown): Test => {
  const size = isNumeric(operand) ? Number(operand) : NaN;
  if (!Number.isInteger(size)) throw badValue('Failed to parse $size. Expected an integer');
  if (size < 0) throw badValue('Failed to parse $size. Expected a non-negative number');
  return (value) => Array.isArray(value) && value.length === size;
};

/** The operators that need nothing but their operand. Those that contain filters are in parse.ts. */
export const operators: Readonly<Record<string, Operator>> = {
  $eq: { compile: equalTo, expands: true },
  $gt: { compile: ordered((order) => order > 0), expands: true },
  $gte: { compile: ordered((order) => order >= 0), expands: true },
  $lt: { compile: ordered((order) => order < 0), expands: true },
  $lte: { compile: ordered((order) => order <= 0), expands: true },
  $in: { compile: inList, expands: true },
  $type: { compile: hasType, expands: true },
  $mod: { compile: modulo, expands: true },
  $size: { compile: hasSize, expands: false },
  $exists: { compile: () => (value) => value !== undefined, expands: false },
};
