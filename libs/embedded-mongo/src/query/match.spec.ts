import { describe, expect, it } from '@jest/globals';
import { BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import type { Doc } from '../values/kinds.js';
import { matches, matchPosition } from './match.js';
import { parseFilter } from './parse.js';

const id = new ObjectId();
const regex = (pattern: string, options = ''): BSONRegExp => new BSONRegExp(pattern, options);

const matching: readonly (readonly [Doc, Doc])[] = [
  [{ a: 1 }, { a: Long.fromNumber(1) }],
  [{ a: 1 }, { a: Decimal128.fromString('1.0') }],
  [{ a: new Double(1) }, { a: [0, 1] }],
  [{ a: null }, {}],
  [{ a: null }, { a: null }],
  [{ 'a.b': null }, { a: [{ b: 1 }, {}] }],
  [{ 'a.b': null }, { a: 4 }],
  [{ a: { $gte: null } }, {}],
  [{ a: { $exists: false } }, { b: 1 }],
  [{ 'a.b': { $exists: false } }, { a: [] }],
  [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }],
  [{ a: [1, 2] }, { a: [[1, 2]] }],
  [{ a: { $gt: 5 } }, { a: [1, 10] }],
  [{ a: { $lt: new MaxKey() } }, { a: 'x' }],
  [{ a: { $gt: new MinKey() } }, { a: 'x' }],
  [{ a: { $in: [1, null] } }, {}],
  [{ a: { $in: [regex('^x'), 3] } }, { a: 'xy' }],
  [{ a: { $nin: [1] } }, {}],
  [{ a: { $ne: 1 } }, { a: 2 }],
  [{ a: { $not: { $gt: 5 } } }, { a: 'text' }],
  [{ a: { $not: regex('^x') } }, { a: 'y' }],
  [{ a: regex('X', 'i') }, { a: ['ax'] }],
  [{ a: { $regex: 'X', $options: 'i' } }, { a: 'x' }],
  [{ a: { $regex: '(?i)X' } }, { a: 'x' }],
  [{ a: { $type: 'number' } }, { a: Decimal128.fromString('1') }],
  [{ a: { $type: ['string', 'null'] } }, { a: null }],
  [{ a: { $type: 'long' } }, { a: Long.fromNumber(1) }],
  [{ a: { $type: 'array' } }, { a: [] }],
  [{ a: { $type: 'string' } }, { a: [1, 'x'] }],
  [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }],
  [{ a: { $all: [{ $elemMatch: { b: 1 } }] } }, { a: [{ b: 1 }] }],
  [{ a: { $elemMatch: { b: 1, c: { $gt: 1 } } } }, { a: [{ b: 1, c: 2 }] }],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] }],
  [{ a: { $size: 2 } }, { a: [1, 2] }],
  [{ a: { $mod: [4, 1] } }, { a: Long.fromNumber(5) }],
  [{ 'a.0': 1 }, { a: [1, 2] }],
  [{ 'a.1.b': 1 }, { a: [{}, { b: 1 }] }],
  [{ 'a.b.c': 1 }, { a: [{ b: [{ c: 1 }] }] }],
  [{ $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }],
  [{ $nor: [{ a: 1 }, { b: 2 }] }, { c: 1 }],
  [{ $and: [{ a: 1 }, { $or: [{ b: 1 }, { b: 2 }] }] }, { a: 1, b: 2 }],
  [{ a: { $eq: id } }, { a: new ObjectId(id.id) }],
  [{ a: { $gte: new Date(1) } }, { a: new Date(1) }],
  [{ constructor: null }, {}],
  [{ '__proto__.x': null }, {}],
];

const different: readonly (readonly [Doc, Doc])[] = [
  [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
  [{ a: { $gt: 5 } }, { a: '6' }],
  [{ a: { $gt: null } }, { a: null }],
  [{ a: { $gt: 1 } }, { a: NaN }],
  [{ 'a.b': null }, { a: [] }],
  [{ 'a.b': null }, { a: [1] }],
  [{ a: { $mod: [4, 1] } }, { a: null }],
  [{ a: { $elemMatch: { b: 1, c: 1 } } }, { a: [{ b: 1 }, { c: 1 }] }],
  [{ a: { $elemMatch: { b: 1 } } }, { a: [1] }],
  [{ a: { $all: [] } }, { a: [] }],
  [{ a: { $size: 1 } }, { a: [[1, 2], 3] }],
  [{ a: { $ne: 1 } }, { a: [1, 2] }],
  [{ a: { $type: 'int' } }, { a: new Double(1) }],
  [{ a: { $exists: true } }, {}],
  [{ 'a.b.c': 1 }, { a: [[{ b: { c: 1 } }]] }],
];

const refused: readonly (readonly [Doc, number])[] = [
  [{ a: { $near: [0, 0] } }, 238],
  [{ $text: { $search: 'x' } }, 238],
  [{ $where: 'true' }, 238],
  [{ $jsonSchema: {} }, 238],
  [{ a: { $regex: 'x', $options: 'x' } }, 238],
  [{ a: { $bogus: 1 } }, 2],
  [{ a: { $constructor: 1 } }, 2],
  [{ $bogus: 1 }, 2],
  [{ $or: [] }, 2],
  [{ a: { $in: 1 } }, 2],
  [{ a: { $mod: [0, 1] } }, 2],
  [{ a: { $size: -1 } }, 2],
  [{ a: { $type: 'nothing' } }, 2],
  [{ a: { $regex: '(' } }, 2],
  [{ a: { $elemMatch: 1 } }, 2],
];

describe('a filter', () => {
  it.each(matching)('%j matches %j', (filter, doc) => {
    expect(matches(parseFilter(filter), doc)).toBe(true);
  });

  it.each(different)('%j does not match %j', (filter, doc) => {
    expect(matches(parseFilter(filter), doc)).toBe(false);
  });

  it.each(refused)('%j is refused with %d', (filter, code) => {
    expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [{ a: 2 }, { a: [1, 2] }, 1],
    [{ 'a.b': 2 }, { a: [{ b: 1 }, { b: [2] }] }, 1],
    [{ x: 1, a: { $elemMatch: { b: 2 } } }, { x: 1, a: [{ b: 1 }, { b: 2 }] }, 1],
    [{ x: 1 }, { x: 1 }, -1],
  ])('%j finds in %j the position %d', (filter, doc, position) => {
    expect(matchPosition(parseFilter(filter), doc)).toBe(position);
  });
});
