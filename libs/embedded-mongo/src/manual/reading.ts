import { type Chapter, type Items, refusal } from './case.js';

const item = {
  _id: 1,
  item: 'journal',
  status: 'A',
  size: { h: 14, w: 21, uom: 'cm' },
  in: [
    { place: 'A', qty: 5 },
    { place: 'B', qty: 9 },
  ],
};

const projected = (says: string, projection: object, expected: object, filter: object = {}) => ({
  given: [item],
  says,
  ask: (items: Items) => items.findOne(filter, { projection }),
  expected,
});

const people = [
  { _id: 1, name: 'Ada', age: 36 },
  { _id: 2, name: 'Grace', age: 45 },
  { _id: 3, name: 'Alan', age: 41 },
];

const aggregated = (says: string, pipeline: object[], expected: unknown) => ({
  given: people,
  says,
  ask: (items: Items) => items.aggregate(pipeline).toArray(),
  expected,
});

export const reading: readonly Chapter[] = [
  {
    page: 'tutorial/project-fields-from-query-results',
    cases: [
      projected(
        'the named fields and the _id',
        { item: 1, status: 1 },
        { _id: 1, item: 'journal', status: 'A' },
      ),
      projected('without the _id', { item: 1, _id: 0 }, { item: 'journal' }),
      projected('all but some', { status: 0, in: 0 }, { _id: 1, item: 'journal', size: item.size }),
      projected('a nested field', { 'size.uom': 1, _id: 0 }, { size: { uom: 'cm' } }),
      projected(
        'without a nested field',
        { 'size.uom': 0, in: 0, _id: 0 },
        { item: 'journal', status: 'A', size: { h: 14, w: 21 } },
      ),
      projected('a field of the elements', { 'in.qty': 1, _id: 0 }, { in: [{ qty: 5 }, { qty: 9 }] }),
      projected(
        '$slice',
        { in: { $slice: -1 }, item: 1, _id: 0 },
        { item: 'journal', in: [{ place: 'B', qty: 9 }] },
      ),
      projected(
        '$elemMatch',
        { in: { $elemMatch: { qty: { $gt: 6 } } }, _id: 0 },
        { in: [{ place: 'B', qty: 9 }] },
      ),
      projected(
        'the element that matched',
        { 'in.$': 1, _id: 0 },
        { in: [{ place: 'B', qty: 9 }] },
        { 'in.qty': 9 },
      ),
      {
        says: 'to include and to exclude do not mix',
        given: [item],
        ask: refusal((items) => items.findOne({}, { projection: { item: 1, status: 0 } })),
        expected: 31254,
      },
    ],
  },
  {
    page: 'reference/method/cursor.sort',
    cases: [
      {
        says: 'then skips, then limits',
        given: people,
        ask: (items) =>
          items
            .find({}, { projection: { _id: 1 } })
            .sort({ age: -1 })
            .skip(1)
            .limit(1)
            .toArray(),
        expected: [{ _id: 3 }],
      },
      {
        says: 'a limit of 0 is none',
        given: people,
        ask: async (items) => (await items.find().limit(0).toArray()).length,
        expected: 3,
      },
      {
        says: '$natural backwards',
        given: people,
        ask: (items) =>
          items
            .find({}, { projection: { _id: 1 } })
            .sort({ $natural: -1 })
            .toArray(),
        expected: [{ _id: 3 }, { _id: 2 }, { _id: 1 }],
      },
    ],
  },
  {
    page: 'reference/command/distinct',
    cases: [
      {
        says: 'each value once, arrays by their elements',
        given: [{ _id: 1, t: ['a', 'b'] }, { _id: 2, t: 'b' }, { _id: 3 }, { _id: 4, t: ['c', 1] }],
        ask: async (items) => (await items.distinct('t')).map(String).sort(),
        expected: ['1', 'a', 'b', 'c'],
      },
    ],
  },
  {
    page: 'reference/command/aggregate',
    cases: [
      aggregated(
        '$match, then $sort',
        [{ $match: { age: { $gt: 40 } } }, { $sort: { age: 1 } }],
        [people[2], people[1]],
      ),
      aggregated(
        '$skip and $limit in their order',
        [{ $sort: { _id: 1 } }, { $limit: 2 }, { $skip: 1 }],
        [people[1]],
      ),
      aggregated('$count', [{ $match: { age: { $gt: 40 } } }, { $count: 'older' }], [{ older: 2 }]),
      aggregated('$count of nothing is no document', [{ $match: { age: 1 } }, { $count: 'n' }], []),
      {
        says: 'a limit is positive',
        given: people,
        ask: async (items) =>
          (await refusal((all) => all.aggregate([{ $limit: 0 }]).toArray())(items)) !== 'accepted',
        expected: true,
      },
    ],
  },
  {
    page: 'core/index-unique',
    cases: [
      {
        says: 'refuses a second one, and takes one document without the field',
        given: [],
        ask: async (items) => {
          await items.createIndex({ k: 1 }, { unique: true });
          await items.insertMany([{ k: 1 }, {}]);
          return [
            await refusal((all) => all.insertOne({ k: 1 }))(items),
            await refusal((all) => all.insertOne({}))(items),
          ];
        },
        expected: [11000, 11000],
      },
      {
        says: 'one document may repeat a value in its array',
        given: [],
        ask: async (items) => {
          await items.createIndex({ k: 1 }, { unique: true });
          await items.insertOne({ k: [1, 1] });
          return refusal((all) => all.insertOne({ k: [2, 1] }))(items);
        },
        expected: 11000,
      },
    ],
  },
  {
    page: 'core/index-partial',
    cases: [
      {
        says: 'is unique among what it holds',
        given: [],
        ask: async (items) => {
          await items.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { open: true } });
          await items.insertMany([
            { k: 1, open: false },
            { k: 1, open: false },
            { k: 1, open: true },
          ]);
          return refusal((all) => all.insertOne({ k: 1, open: true }))(items);
        },
        expected: 11000,
      },
    ],
  },
  {
    page: 'core/index-sparse',
    cases: [
      {
        says: 'is unique among documents that have the field',
        given: [],
        ask: async (items) => {
          await items.createIndex({ k: 1 }, { unique: true, sparse: true });
          await items.insertMany([{}, {}, { k: 1 }]);
          return refusal((all) => all.insertOne({ k: 1 }))(items);
        },
        expected: 11000,
      },
    ],
  },
  {
    page: 'core/indexes/index-types/index-multikey',
    cases: [
      {
        says: 'no two arrays in one index',
        given: [],
        ask: async (items) => {
          await items.createIndex({ a: 1, b: 1 });
          return refusal((all) => all.insertOne({ a: [1], b: [2] }))(items);
        },
        expected: 171,
      },
      {
        says: 'finds what a scan finds',
        given: [
          { _id: 1, a: [{ b: 1 }, { b: 5 }] },
          { _id: 2, a: [{ b: 3 }] },
          { _id: 3, a: [] },
        ],
        ask: async (items) => {
          await items.createIndex({ 'a.b': 1 });
          const found = await items
            .find({ 'a.b': { $gt: 2, $lt: 4 } }, { projection: { _id: 1 } })
            .hint({ 'a.b': 1 })
            .sort({ _id: 1 })
            .toArray();
          return found.map(({ _id }) => _id as unknown);
        },
        expected: [1, 2],
      },
    ],
  },
  {
    page: 'reference/method/db.collection.drop',
    cases: [
      {
        says: 'a cursor that is open on a dropped collection fails',
        given: Array.from({ length: 300 }, (_, index) => ({ _id: index })),
        ask: async (items) => {
          const cursor = items.find({}, { batchSize: 10 });
          await cursor.next();
          await items.drop();
          return refusal(() => cursor.toArray())(items);
        },
        expected: 175,
      },
      {
        says: 'and so does one whose index is dropped',
        given: Array.from({ length: 300 }, (_, index) => ({ _id: index, n: index })),
        ask: async (items) => {
          await items.createIndex({ n: 1 });
          const cursor = items.find({ n: { $gte: 0 } }, { batchSize: 10, hint: { n: 1 } });
          await cursor.next();
          await items.dropIndex('n_1');
          return refusal(() => cursor.toArray())(items);
        },
        expected: 175,
      },
    ],
  },
];
