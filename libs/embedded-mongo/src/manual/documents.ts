import { Double, Long } from 'bson';
import type { Chapter } from './case.js';

export const documents: readonly Chapter[] = [
  {
    page: 'reference/method/db.collection.replaceOne',
    cases: [
      {
        says: 'replaces all but the _id',
        given: [{ _id: 1, a: 1, b: 2 }],
        ask: async (items) => (await items.replaceOne({ a: 1 }, { c: 3 }), items.findOne()),
        expected: { _id: 1, c: 3 },
      },
      {
        says: 'keeps integer-like fields in their place',
        given: [],
        ask: async (items) => {
          await items.insertOne(
            new Map<string, unknown>([
              ['_id', 1],
              ['b', 1],
              ['2', 1],
              ['1', 1],
            ]),
          );
          await items.updateOne({}, { $set: { c: 1 } });
          const [bytes] = await items.find({}, { raw: true }).toArray();
          const text = (bytes as unknown as Buffer).toString('latin1');
          return ['b', '2', '1', 'c']
            .map((name) => text.indexOf(`\x10${name}\0`))
            .every((at, i, all) => at > (all[i - 1] ?? -1));
        },
        expected: true,
      },
      {
        says: 'the order of integer-like fields counts in equality',
        given: [],
        ask: async (items) => {
          const backwards = new Map<string, unknown>([
            ['2', 'b'],
            ['1', 'a'],
          ]);
          await items.insertOne(
            new Map<string, unknown>([
              ['_id', 1],
              ['d', backwards],
            ]),
          );
          return [
            await items.countDocuments({ d: backwards }),
            await items.countDocuments({ d: { 1: 'a', 2: 'b' } }),
          ];
        },
        expected: [1, 0],
      },
    ],
  },
  {
    page: 'reference/command/findAndModify',
    cases: [
      {
        says: 'the first by its sort, as it was before',
        given: [
          { _id: 1, n: 3 },
          { _id: 2, n: 1 },
        ],
        ask: (items) => items.findOneAndUpdate({}, { $inc: { n: 10 } }, { sort: { n: 1 } }),
        expected: { _id: 2, n: 1 },
      },
      {
        says: 'or as it is after',
        given: [{ _id: 1, n: 3 }],
        ask: (items) =>
          items.findOneAndUpdate(
            {},
            { $inc: { n: 10 } },
            { returnDocument: 'after', projection: { _id: 0 } },
          ),
        expected: { n: 13 },
      },
      {
        says: 'null before an upsert',
        given: [],
        ask: (items) => items.findOneAndUpdate({ n: 1 }, { $set: { m: 1 } }, { upsert: true }),
        expected: null,
      },
      {
        says: 'removes and answers what it removed',
        given: [{ _id: 1 }, { _id: 2 }],
        ask: async (items) => [
          await items.findOneAndDelete({ _id: 2 as never }),
          await items.countDocuments(),
        ],
        expected: [{ _id: 2 }, 1],
      },
    ],
  },
  {
    page: 'reference/bson-types',
    cases: [
      {
        says: 'a number keeps its type',
        given: [{ _id: 1, i: 1, l: Long.fromNumber(1), d: new Double(1) }],
        ask: async (items) => [
          await items.countDocuments({ i: { $type: 'int' }, l: { $type: 'long' }, d: { $type: 'double' } }),
          await items.countDocuments({ i: 1, l: 1, d: 1 }),
        ],
        expected: [1, 1],
      },
    ],
  },
];
