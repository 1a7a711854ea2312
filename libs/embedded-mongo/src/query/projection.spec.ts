import { describe, expect, it } from '@jest/globals';
import type { Doc } from '../values/kinds.js';
import { parseFilter } from './parse.js';
import { parseProjection } from './projection.js';

const doc = { _id: 1, a: { b: 1, c: 2 }, list: [{ n: 1, m: 1 }, { n: 2, m: 2 }, 3], x: 'x' };

const project = (projection: Doc, filter: Doc = {}): unknown =>
  parseProjection(projection)?.project(doc, parseFilter(filter));

describe('a projection', () => {
  it.each<[Doc, Doc, Doc?]>([
    [{ x: 1 }, { _id: 1, x: 'x' }],
    [{ x: true, _id: 0 }, { x: 'x' }],
    [{ _id: 1 }, { _id: 1 }],
    [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
    [{ a: { b: 1 } }, { _id: 1, a: { b: 1 } }],
    [{ 'list.n': 1 }, { _id: 1, list: [{ n: 1 }, { n: 2 }] }],
    [
      { list: 0, 'a.b': 0 },
      { _id: 1, a: { c: 2 }, x: 'x' },
    ],
    [{ 'list.n': 0, a: 0, x: 0, _id: 0 }, { list: [{ m: 1 }, { m: 2 }, 3] }],
    [
      { list: { $slice: -1 }, a: 0, x: 0 },
      { _id: 1, list: [3] },
    ],
    [
      { list: { $slice: [1, 1] }, x: 1 },
      { _id: 1, list: [{ n: 2, m: 2 }], x: 'x' },
    ],
    [{ list: { $elemMatch: { n: 2 } } }, { _id: 1, list: [{ n: 2, m: 2 }] }],
    [{ 'list.$': 1 }, { _id: 1, list: [{ n: 2, m: 2 }] }, { 'list.n': 2 }],
    [{ absent: 1, _id: 0 }, {}],
  ])('%j shows %j', (...[projection, expected, filter]) => {
    expect({ ...(project(projection, filter) as Doc) }).toEqual(expected);
  });

  it.each<[Doc, number]>([
    [{ a: 1, x: 0 }, 31254],
    [{ a: 1, 'a.b': 1 }, 31249],
    [{ a: { $meta: 'textScore' } }, 238],
    [{ a: '$x' }, 238],
  ])('%j is refused with %d', (projection, code) => {
    expect(() => project(projection)).toThrow(expect.objectContaining({ code }));
  });

  it('is none when it is empty', () => {
    expect(parseProjection({})).toBeUndefined();
  });
});
