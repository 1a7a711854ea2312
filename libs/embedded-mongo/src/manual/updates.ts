import { after, type Chapter } from './case.js';
import { one, refused } from './data.js';

export const updates: readonly Chapter[] = [
  {
    page: 'reference/operator/update/set',
    cases: [
      one({ a: 1 }, 'makes the documents on the way', { $set: { 'd.e': 2 } }, { a: 1, d: { e: 2 } }),
      one({ t: ['x', 'y'] }, 'sets an element', { $set: { 't.1': 'z' } }, { t: ['x', 'z'] }),
      one({ t: ['x'] }, 'fills the gap with null', { $set: { 't.3': 'z' } }, { t: ['x', null, null, 'z'] }),
      refused({ a: 1 }, 'a scalar holds no field', { $set: { 'a.b': 1 } }, 28),
      refused({ a: 1 }, 'two changes of one path', { $set: { a: 1, 'a.b': 2 } }, 40),
      refused({ a: 1 }, 'an unknown operator', { $add: { a: 1 } }, 9),
      refused({ a: 1 }, 'another _id', { $set: { _id: 9 } }, 66),
      {
        says: 'new fields come in the order of their names, numbers by value',
        given: [{ _id: 1 }],
        ask: async (items) => {
          await items.updateOne({}, { $set: { 'd.b': 1, 'd.10': 1, 'd.a': 1, 'd.9': 1 } });
          const [bytes] = await items.find({}, { raw: true }).toArray();
          const text = (bytes as unknown as Buffer).toString('latin1');
          return ['9', '10', 'a', 'b']
            .map((name) => text.indexOf(`\x10${name}\0`))
            .every((at, i, all) => at > (all[i - 1] ?? -1));
        },
        expected: true,
      },
    ],
  },
  {
    page: 'reference/operator/update/unset',
    cases: [
      one({ a: 1, b: 2 }, 'removes a field', { $unset: { a: '' } }, { b: 2 }),
      one({ t: [1, 2] }, 'leaves null in an array', { $unset: { 't.0': '' } }, { t: [null, 2] }),
      one({ b: 2 }, 'does nothing where nothing is', { $unset: { 'x.y': '' } }, { b: 2 }),
    ],
  },
  {
    page: 'reference/operator/update/inc',
    cases: [
      one({ a: { b: 5 } }, 'adds, or sets', { $inc: { 'a.b': -2, c: 1 } }, { a: { b: 3 }, c: 1 }),
      refused({ a: null }, 'null is no number', { $inc: { a: 1 } }, 14),
      refused({ a: 'x' }, 'a text is no number', { $inc: { a: 1 } }, 14),
      one({}, '$mul sets zero where nothing is', { $mul: { price: 100 } }, { price: 0 }),
      {
        says: 'an int that overflows becomes a long',
        given: [{ _id: 1, a: 2147483647 }],
        ask: async (items) => {
          await items.updateOne({}, { $inc: { a: 1 } });
          return items.countDocuments({ a: { $type: 'long' } });
        },
        expected: 1,
      },
    ],
  },
  {
    page: 'reference/operator/update/min',
    cases: [
      one(
        { low: 200, high: 800 },
        'takes the lesser',
        { $min: { low: 150, high: 900 } },
        { low: 150, high: 800 },
      ),
      one(
        { high: 800 },
        '$max takes the greater',
        { $max: { high: 950, other: 1 } },
        { high: 950, other: 1 },
      ),
      one({ a: 5 }, 'compares types by their order', { $max: { a: 'x' } }, { a: 'x' }),
      one({ a: 5 }, 'a lesser type is less', { $min: { a: null } }, { a: null }),
    ],
  },
  {
    page: 'reference/operator/update/rename',
    cases: [
      one({ a: 1, b: 2 }, 'moves the value, over what was there', { $rename: { a: 'b' } }, { b: 1 }),
      one({ n: { f: 'x' } }, 'out of a document', { $rename: { 'n.f': 'g' } }, { n: {}, g: 'x' }),
      one({ b: 2 }, 'does nothing where nothing is', { $rename: { a: 'c' } }, { b: 2 }),
    ],
  },
  {
    page: 'reference/operator/update/setOnInsert',
    cases: [
      one({ a: 1 }, 'counts only for a new document', { $set: { a: 2 }, $setOnInsert: { b: 1 } }, { a: 2 }),
      {
        says: 'an upsert takes the equalities of its filter',
        given: [],
        ask: after(
          { $set: { a: 2 }, $setOnInsert: { b: 1 } },
          { _id: 1, k: 'x', n: { $gt: 4 } },
          { upsert: true },
        ),
        expected: { _id: 1, k: 'x', a: 2, b: 1 },
      },
    ],
  },
];
