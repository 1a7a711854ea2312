import { describe, expect, it } from '@jest/globals';
import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compareValues, encodeValue } from './order.js';

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

/** Strictly ascending, as MongoDB sorts them. */
const ascending: readonly unknown[] = [
  new MinKey(),
  null,
  NaN,
  decimal('-1E+400'),
  -1e300,
  Long.MIN_VALUE,
  -1.5,
  decimal('-1E-400'),
  0,
  Number.MIN_VALUE,
  decimal('0.1'),
  0.1,
  1,
  Long.fromString('9007199254740992'),
  Long.fromString('9007199254740993'),
  decimal('9007199254740993.5'),
  Long.MAX_VALUE,
  Infinity,
  '',
  '\0',
  'a',
  'a\0b',
  'ab',
  '\uffff',
  '\u{1f600}',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { b: 0 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('b')),
  new Binary(Buffer.from('aa')),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Timestamp({ t: 1, i: 1 }),
  new MaxKey(),
];

const equal: readonly (readonly [unknown, unknown])[] = [
  [1, new Double(1)],
  [1, Long.fromNumber(1)],
  [1, decimal('1.00')],
  [2.5, decimal('2.5')],
  [0, -0],
  [null, undefined],
  [Infinity, decimal('Infinity')],
  [NaN, decimal('NaN')],
  [{ a: 1 }, { a: Long.fromNumber(1) }],
];

const scalar = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -40, max: 40 }))
    .map(([digits, exponent]) => decimal(`${digits}E${exponent}`)),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const value = fc.oneof(scalar, fc.array(scalar), fc.dictionary(fc.string({ maxLength: 3 }), scalar));

describe('the order of values', () => {
  it('is that of MongoDB', () => {
    const pairs = ascending.flatMap((a, i) =>
      ascending.map((b, j) => ({ a, b, expected: Math.sign(i - j) })),
    );
    const wrong = pairs.filter(
      ({ a, b, expected }) =>
        Math.sign(compareValues(a, b)) !== expected ||
        Math.sign(Buffer.compare(encodeValue(a), encodeValue(b))) !== expected,
    );
    expect(wrong).toEqual([]);
  });

  it.each(equal)('holds %p and %p equal', (a, b) => {
    expect(compareValues(a, b)).toBe(0);
    expect(encodeValue(a)).toEqual(encodeValue(b));
  });

  it('is the same for values and for their keys', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const keys = Math.sign(Buffer.compare(encodeValue(a), encodeValue(b)));
        return Math.sign(compareValues(a, b)) === keys;
      }),
      { numRuns: 1000 },
    );
  });
});
