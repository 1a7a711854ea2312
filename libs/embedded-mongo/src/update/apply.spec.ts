import { describe, expect, it } from '@jest/globals';
import { Decimal128, Double, Long } from 'bson';
import { decode } from '../bson/decode.js';
import { encode } from '../bson/encode.js';
import { parseFilter } from '../query/parse.js';
import type { Doc } from '../values/kinds.js';
import { applyUpdate, upsertedDocument } from './apply.js';
import { parseUpdate } from './parse.js';

const now = new Date('2026-01-05T08:00:00Z');

const updated = (doc: Doc, update: unknown, filter: Doc = {}, arrayFilters: readonly Doc[] = []): Doc =>
  applyUpdate(parseUpdate(update, arrayFilters), decode(encode(doc)), {
    match: parseFilter(filter),
    isInsert: false,
    now,
  });

const cases: readonly (readonly [Doc, Doc, Doc])[] = [
  [{ a: 1 }, { $set: { 'b.c': 1 } }, { a: 1, b: { c: 1 } }],
  [{ a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  [{ a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{}, { $unset: { 'x.y': '' } }, {}],
  [{ a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
  [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromNumber(2147483648) }],
  [{ a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
  [
    { a: Decimal128.fromString('0.1') },
    { $inc: { a: Decimal128.fromString('0.2') } },
    { a: Decimal128.fromString('0.3') },
  ],
  [{ a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  [{ a: 5 }, { $min: { a: 3, b: 1 } }, { a: 3, b: 1 }],
  [{ a: 5 }, { $max: { a: 3 } }, { a: 5 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c', x: 'y' } }, { b: 2, c: 1 }],
  [{}, { $push: { a: 1 } }, { a: [1] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2, 4], $sort: 1, $slice: -3 } } }, { a: [2, 3, 4] }],
  [{ a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  [{ a: [{ n: 1 }] }, { $push: { a: { $each: [{ n: 3 }], $sort: { n: -1 } } } }, { a: [{ n: 3 }, { n: 1 }] }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, Long.fromNumber(2)] } } }, { a: [1, 2] }],
  [{ a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
  [{ a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
  [{ a: [1, 2, 1] }, { $pullAll: { a: [1] } }, { a: [2] }],
  [{}, { $currentDate: { at: true } }, { at: now }],
  [{}, { $setOnInsert: { a: 1 } }, {}],
  [{ _id: 1, a: 1 }, { $set: { _id: 1, a: 2 } }, { _id: 1, a: 2 }],
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{}, { $set: { constructor: 1 } }, { constructor: 1 }],
];

const failures: readonly (readonly [Doc, unknown, number])[] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, 14],
  [{ a: 1 }, { $inc: { a: 'x' } }, 14],
  [{ a: null }, { $push: { a: 1 } }, 2],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 28],
  [{ a: null }, { $set: { 'a.b': 1 } }, 28],
  [{}, { $set: { a: 1, 'a.b': 2 } }, 40],
  [{}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  [{ _id: 1 }, { $set: { _id: 2 } }, 66],
  [{ _id: 1 }, { _id: 2 }, 66],
  [{}, { $bogus: { a: 1 } }, 9],
  [{}, { $set: 1 }, 9],
  [{}, { $bit: { a: { and: 1 } } }, 238],
  [{}, [{ $set: { a: 1 } }], 238],
  [{}, { a: 1, $set: { b: 1 } }, 52],
  [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 2],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
  [{ a: 1 }, { $pop: { a: 2 } }, 9],
];

describe('an update', () => {
  it.each(cases)('of %j by %j gives %j', (doc, update, expected) => {
    expect({ ...updated(doc, update) }).toEqual(expected);
  });

  it.each(failures)('of %j by %j fails with %d', (doc, update, code) => {
    expect(() => updated(doc, update)).toThrow(expect.objectContaining({ code }));
  });

  it('reaches the matched element, all elements, or those of a filter', () => {
    expect(updated({ a: [1, 2] }, { $set: { 'a.$': 9 } }, { a: 2 })).toEqual({ a: [1, 9] });
    expect(updated({ a: [1, 2] }, { $inc: { 'a.$[]': 1 } })).toEqual({ a: [2, 3] });
    const points = { a: [{ n: 1 }, { n: 5 }] };
    expect(updated(points, { $set: { 'a.$[big].n': 0 } }, {}, [{ 'big.n': { $gt: 3 } }])).toEqual({
      a: [{ n: 1 }, { n: 0 }],
    });
  });

  it('refuses array filters that are not used', () => {
    expect(() => updated({}, { $set: { a: 1 } }, {}, [{ x: 1 }])).toThrow('was not used');
  });

  it('upserts the equalities of the filter, then the update', () => {
    const filter = { _id: 7, 'a.b': { $eq: 2 }, c: { $gt: 1 }, $and: [{ d: 3 }] };
    const update = parseUpdate({ $setOnInsert: { e: 1 }, $inc: { n: 1 } });
    expect({ ...upsertedDocument(update, parseFilter(filter), now) }).toEqual({
      _id: 7,
      a: { b: 2 },
      d: 3,
      e: 1,
      n: 1,
    });
  });

  it('never reaches a prototype', () => {
    updated(
      {},
      { $set: JSON.parse('{"__proto__.polluted": 1, "constructor.prototype.polluted": 1}') as Doc },
    );
    expect(({} as Doc)['polluted']).toBeUndefined();
  });
});
