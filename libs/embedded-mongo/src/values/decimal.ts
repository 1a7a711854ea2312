import { Decimal128 } from 'bson';

/** sign × digits × 10^exponent, exactly. */
export interface Scaled {
  readonly digits: bigint;
  readonly exponent: number;
}

const MAX_DIGITS = 34;
const pattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Undefined for NaN and the infinities. */
export const parseScaled = (text: string): Scaled | undefined => {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  return {
    digits: sign === '-' ? -digits : digits,
    exponent: Number(exponent) - fraction.length,
  };
};

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const align = (a: Scaled, b: Scaled): readonly [bigint, bigint, number] => {
  const exponent = Math.min(a.exponent, b.exponent);
  return [a.digits * power(a.exponent - exponent), b.digits * power(b.exponent - exponent), exponent];
};

/** A finite double is an integer times a power of two, hence a finite decimal. */
export const scaledOfDouble = (value: number): Scaled => {
  let mantissa = value;
  let halvings = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    halvings += 1;
  }
  return { digits: BigInt(mantissa) * 5n ** BigInt(halvings), exponent: -halvings };
};

export const compareScaled = (a: Scaled, b: Scaled): number => {
  const [left, right] = align(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
};

const roundHalfEven = ({ digits, exponent }: Scaled): Scaled => {
  const excess = (digits < 0n ? -digits : digits).toString().length - MAX_DIGITS;
  if (excess <= 0) return { digits, exponent };
  const unit = power(excess);
  const quotient = digits / unit;
  const twice = 2n * (digits % unit);
  const magnitude = twice < 0n ? -twice : twice;
  const up = magnitude > unit || (magnitude === unit && quotient % 2n !== 0n);
  const step = digits < 0n ? -1n : 1n;
  return { digits: up ? quotient + step : quotient, exponent: exponent + excess };
};

const toDecimal128 = (value: Scaled): Decimal128 => {
  const { digits, exponent } = roundHalfEven(value);
  return Decimal128.fromString(`${digits}E${exponent}`);
};

const nonFinite = (a: number, b: number, operate: (x: number, y: number) => number): Decimal128 =>
  Decimal128.fromString(String(operate(a, b)));

export const addDecimals = (a: string, b: string): Decimal128 => {
  const left = parseScaled(a);
  const right = parseScaled(b);
  if (!left || !right) return nonFinite(Number(a), Number(b), (x, y) => x + y);
  const [x, y, exponent] = align(left, right);
  return toDecimal128({ digits: x + y, exponent });
};

export const multiplyDecimals = (a: string, b: string): Decimal128 => {
  const left = parseScaled(a);
  const right = parseScaled(b);
  if (!left || !right) return nonFinite(Number(a), Number(b), (x, y) => x * y);
  return toDecimal128({
    digits: left.digits * right.digits,
    exponent: left.exponent + right.exponent,
  });
};
