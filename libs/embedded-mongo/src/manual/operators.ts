import { Decimal128, Double, Long } from 'bson';
import { type Chapter, ids, refusal } from './case.js';
import { absent, on, stock } from './data.js';

export const operators: readonly Chapter[] = [
  {
    page: 'reference/operator/query/gt',
    cases: [
      on(stock, 'compares within a type only', { item: { $gt: 5 } }, []),
      on(
        [
          { _id: 1, a: { x: 1 } },
          { _id: 2, a: { x: 3 } },
          { _id: 3, a: { y: 0 } },
          { _id: 4, a: 9 },
        ],
        'documents field by field: type, name, value',
        { a: { $gt: { x: 1 } } },
        [2, 3],
      ),
      on(
        [
          { _id: 1, a: { x: 1 } },
          { _id: 2, a: { x: 1, y: 1 } },
          { _id: 3, a: { x: 'a' } },
        ],
        'a longer document is greater, and so is a greater type',
        { a: { $gte: { x: 1, y: 1 } } },
        [2, 3],
      ),
      on(
        [
          { _id: 1, a: [{ x: 1 }] },
          { _id: 2, a: [{ x: 5 }] },
        ],
        'documents in arrays',
        { a: { $lt: { x: 2 } } },
        [1],
      ),
    ],
  },
  {
    page: 'reference/operator/query/nin',
    cases: [
      on(absent, '$nin also finds what is missing', { item: { $nin: ['x'] } }, [1, 2]),
      on(stock, '$nin on an array', { tags: { $nin: ['red'] } }, [5]),
      on(stock, '$not also finds what has no such field', { price: { $not: { $gt: 1 } } }, [1, 2, 3, 4, 5]),
      on(stock, '$nor', { $nor: [{ qty: { $lt: 60 } }, { item: 'planner' }] }, [3]),
    ],
  },
  {
    page: 'reference/operator/query/type',
    cases: [
      on(
        [
          { _id: 1, a: '1' },
          { _id: 2, a: 1 },
          { _id: 3, a: new Double(1) },
          { _id: 4, a: Long.fromNumber(1) },
          { _id: 5, a: ['x'] },
        ],
        'a string, or an array that holds one',
        { a: { $type: 'string' } },
        [1, 5],
      ),
      on(
        [
          { _id: 1, a: 1 },
          { _id: 2, a: Decimal128.fromString('1') },
          { _id: 3, a: true },
        ],
        'number is any of its types',
        { a: { $type: 'number' } },
        [1, 2],
      ),
      on(
        [
          { _id: 1, a: [] },
          { _id: 2, a: 'x' },
        ],
        'an array itself',
        { a: { $type: 'array' } },
        [1],
      ),
      {
        says: 'an unknown type is refused',
        given: stock,
        ask: refusal(ids({ a: { $type: 'text' } })),
        expected: 2,
      },
    ],
  },
  {
    page: 'reference/operator/query/mod',
    cases: [
      on(stock, 'by divisor and remainder', { qty: { $mod: [50, 0] } }, [2, 3]),
      on(
        [
          { _id: 1, a: 7.5 },
          { _id: 2, a: -5 },
        ],
        'of the integral part, with its sign',
        { a: { $mod: [4, -1] } },
        [2],
      ),
      { says: 'one number is too few', given: stock, ask: refusal(ids({ qty: { $mod: [4] } })), expected: 2 },
      {
        says: 'three are too many',
        given: stock,
        ask: refusal(ids({ qty: { $mod: [4, 0, 1] } })),
        expected: 2,
      },
    ],
  },
  {
    page: 'reference/operator/query/regex',
    cases: [
      on(stock, 'a prefix', { item: { $regex: '^p' } }, [3, 4, 5]),
      on(stock, 'without regard to case', { item: /^NOTE/i }, [2]),
      on(
        [{ _id: 1, a: 'one\ntwo' }],
        '^ begins a line with m',
        { a: { $regex: '^two', $options: 'm' } },
        [1],
      ),
      on([{ _id: 1, a: 'one\ntwo' }], '^ begins the text without m', { a: { $regex: '^two' } }, []),
      on([{ _id: 1, a: 'x\n' }], '$ stands before a last line feed', { a: { $regex: 'x$' } }, [1]),
      on(
        [{ _id: 1, a: 'a\nb' }],
        'a dot takes a line feed with s',
        { a: { $regex: 'a.b', $options: 's' } },
        [1],
      ),
      on(
        [
          { _id: 1, a: 'a\nb' },
          { _id: 2, a: 'a\rb' },
        ],
        'a dot takes all but a line feed',
        { a: /a.b/ },
        [2],
      ),
      on(stock, 'in $in', { item: { $in: [/^post/, 'paper'] } }, [3, 5]),
      on(stock, 'under $not', { item: { $not: /^p/ } }, [1, 2]),
    ],
  },
  {
    page: 'reference/bson-type-comparison-order',
    cases: [
      {
        says: 'sorts values of all types',
        given: [
          { _id: 'date', v: new Date(0) },
          { _id: 'text', v: 'a' },
          { _id: 'null', v: null },
          { _id: 'boolean', v: false },
          { _id: 'document', v: { a: 1 } },
          { _id: 'number', v: 7 },
          { _id: 'missing' },
          { _id: 'array', v: [9] },
        ],
        ask: ids({}, { sort: { v: 1, _id: 1 } }),
        expected: ['missing', 'null', 'number', 'array', 'text', 'document', 'boolean', 'date'],
      },
      on(
        [
          { _id: 1, a: Long.fromString('9007199254740993') },
          { _id: 2, a: 9007199254740992 },
        ],
        'numbers compare exactly across types',
        { a: { $gt: 9007199254740992 } },
        [1],
      ),
      {
        says: 'an array sorts by its least element upwards, by its greatest downwards',
        given: [
          { _id: 1, v: [1, 9] },
          { _id: 2, v: [4] },
        ],
        ask: async (items) => [
          await ids({}, { sort: { v: 1 } })(items),
          await ids({}, { sort: { v: -1 } })(items),
        ],
        expected: [
          [1, 2],
          [1, 2],
        ],
      },
    ],
  },
];
