import type { Decimal128, Double, Long } from 'bson';
import { compareScaled, parseScaled, type Scaled, scaledOfDouble } from './decimal.js';
import type { KeyWriter } from './key-writer.js';
import { kindOf } from './kinds.js';

/** JavaScript compares a bigint with a number exactly. NaN is below every number, as in MongoDB. */
export const compareReals = (a: number | bigint, b: number | bigint): number => {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
};

const bits = new DataView(new ArrayBuffer(8));

const nextDown = (value: number): number => {
  if (value === -Infinity) return value;
  if (value === 0) return -Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return bits.getFloat64(0);
};

/** The largest double that is not above the number, and whether it is the number itself. */
const floorDouble = (exact: Scaled): readonly [number, boolean] => {
  const nearest = Number(`${exact.digits}e${exact.exponent}`);
  if (nearest === Infinity) return [Number.MAX_VALUE, false];
  if (nearest === -Infinity) return [nearest, false];
  const order = compareScaled(scaledOfDouble(nearest), exact);
  return [order > 0 ? nextDown(nearest) : nearest, order === 0];
};

/** Exponent and digits of a number that no double holds; inverted below zero. */
const writeTail = (writer: KeyWriter, { digits, exponent }: Scaled): void => {
  const text = (digits < 0n ? -digits : digits).toString();
  const significant = text.replace(/0+$/, '');
  const start = writer.position;
  writer.uint32(exponent + text.length + 0x10000);
  for (let i = 0; i < significant.length; i++) writer.byte(significant.charCodeAt(i));
  writer.byte(0);
  if (digits < 0n) writer.invert(start);
};

const EXACT = 0;
const INEXACT = 1;

const writeDouble = (writer: KeyWriter, value: number): void => {
  // NaN sorts below -Infinity, whose encoding begins with 00 0F.
  if (Number.isNaN(value)) writer.bytes(Buffer.alloc(8));
  else writer.double(value === 0 ? 0 : value);
  writer.byte(EXACT);
};

const writeScaled = (writer: KeyWriter, exact: Scaled): void => {
  const [floor, isExact] = floorDouble(exact);
  if (isExact) return writeDouble(writer, floor);
  writer.double(floor);
  writer.byte(INEXACT);
  writeTail(writer, exact);
};

const writeDecimal = (writer: KeyWriter, value: Decimal128): void => {
  const text = value.toString();
  const exact = parseScaled(text);
  if (exact) writeScaled(writer, exact);
  else writeDouble(writer, Number(text));
};

const writeLong = (writer: KeyWriter, value: Long): void => {
  const exact = value.toBigInt();
  const double = Number(exact);
  if (BigInt(double) === exact) writeDouble(writer, double);
  else writeScaled(writer, { digits: exact, exponent: 0 });
};

/** 8 bytes of the floor double, then a flag, then what the double lacks: equal numbers, equal bytes. */
export const writeNumber = (writer: KeyWriter, value: number | Double | Long | Decimal128): void => {
  const kind = kindOf(value);
  if (kind === 'decimal') writeDecimal(writer, value as Decimal128);
  else if (kind === 'long') writeLong(writer, value as Long);
  else writeDouble(writer, (value as number | Double).valueOf());
};
