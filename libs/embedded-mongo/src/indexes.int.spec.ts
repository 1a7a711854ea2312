import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import mongoose, { type mongo } from 'mongoose';
import type { EmbeddedMongo } from './index.js';

let dataDir: string;
let server: EmbeddedMongo;
let client: mongo.MongoClient;
let items: mongo.Collection<mongo.Document>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
  // Not a static import: under jest, the driver's require() of bson must come before our import of it.
  const { startEmbeddedMongo } = await import('./index.js');
  server = await startEmbeddedMongo({ access: 'open', dataDir });
  client = await mongoose.mongo.MongoClient.connect(server.uri);
});

afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  await client.db('test').dropDatabase();
  items = client.db('test').collection('items');
});

interface Stage {
  readonly stage: string;
  readonly indexName?: string;
  readonly inputStage?: Stage;
  readonly inputStages?: readonly Stage[];
}

/** 'LIMIT/FETCH/IXSCAN:name', 'FETCH/SORT_MERGE(IXSCAN:name,IXSCAN:name)' */
const shape = ({ stage, indexName, inputStage, inputStages }: Stage): string =>
  [stage, ...(inputStage ? [shape(inputStage)] : [])].join('/') +
  (indexName ? `:${indexName}` : '') +
  (inputStages ? `(${inputStages.map(shape).join(',')})` : '');

const planOf = (explained: mongo.Document): string =>
  shape((explained['queryPlanner'] as { winningPlan: Stage }).winningPlan);

const examined = (explained: mongo.Document): readonly [number, number, number] => {
  const { totalKeysExamined, totalDocsExamined, nReturned } = explained['executionStats'] as Record<
    string,
    number
  >;
  return [totalKeysExamined as number, totalDocsExamined as number, nReturned as number];
};

describe('the planner', () => {
  beforeEach(async () => {
    await items.insertMany(
      Array.from({ length: 200 }, (_, n) => ({
        agency: n % 2 === 0 ? 'a' : 'b',
        n,
        tags: [`t${n % 10}`, `u${n % 7}`],
        ...(n % 4 === 0 ? { opt: n } : {}),
      })),
    );
    await items.createIndexes([
      { key: { agency: 1, n: -1 }, name: 'byAgency' },
      { key: { n: 1 }, name: 'byN' },
      { key: { tags: 1 }, name: 'byTag' },
      { key: { tags: 1, n: -1 }, name: 'byTagInOrder' },
      { key: { opt: 1 }, name: 'byOpt', partialFilterExpression: { opt: { $gt: 50 } } },
    ]);
  });

  it.each<[mongo.Filter<mongo.Document>, mongo.Sort, number, string, readonly [number, number, number]]>([
    [{ agency: 'a' }, {}, 0, 'FETCH/IXSCAN:byAgency', [100, 100, 100]],
    [{ agency: 'a', n: { $gte: 190 } }, {}, 0, 'FETCH/IXSCAN:byAgency', [5, 5, 5]],
    [{ agency: 'a' }, { n: -1 }, 3, 'LIMIT/FETCH/IXSCAN:byAgency', [3, 3, 3]],
    [{ agency: 'a' }, { n: 1 }, 3, 'LIMIT/FETCH/IXSCAN:byAgency', [3, 3, 3]],
    [{ n: { $lte: 100 } }, { n: 1 }, 1, 'LIMIT/FETCH/IXSCAN:byN', [1, 1, 1]],
    [{ n: { $in: [1, 5, 500] } }, {}, 0, 'FETCH/IXSCAN:byN', [2, 2, 2]],
    [{ tags: 't3' }, {}, 0, 'FETCH/IXSCAN:byTag', [20, 20, 20]],
    [{ opt: { $gt: 150 } }, {}, 0, 'FETCH/IXSCAN:byOpt', [12, 12, 12]],
    [{ opt: { $gt: 10 } }, {}, 0, 'COLLSCAN', [0, 200, 47]],
    [{ other: 1 }, {}, 0, 'COLLSCAN', [0, 200, 0]],
    [{}, { n: -1 }, 2, 'LIMIT/FETCH/IXSCAN:byN', [2, 2, 2]],
    [
      { agency: { $in: ['a', 'b'] } },
      { n: -1 },
      4,
      'LIMIT/FETCH/SORT_MERGE(IXSCAN:byAgency,IXSCAN:byAgency)',
      [4, 4, 4],
    ],
    [
      { tags: { $in: ['t3', 'u3'] } },
      { n: 1 },
      5,
      'LIMIT/FETCH/SORT_MERGE(IXSCAN:byTagInOrder,IXSCAN:byTagInOrder)',
      [6, 5, 5],
    ],
    [{ $and: [{ tags: 't3' }, { tags: 'none' }] }, {}, 0, 'FETCH/IXSCAN:byTag', [0, 0, 0]],
    [{ $and: [{ tags: 'u3' }, { tags: { $in: ['t3', 'none'] } }] }, {}, 0, 'FETCH/IXSCAN:byTag', [20, 20, 3]],
    [{ agency: 'b', tags: 'none' }, { n: 1 }, 1, 'LIMIT/FETCH/IXSCAN:byAgency', [100, 100, 0]],
  ])('reads %j sorted %j limited %d through %s', async (filter, sort, limit, plan, counts) => {
    const explained = await items.find(filter).sort(sort).limit(limit).explain();
    expect([planOf(explained), examined(explained)]).toEqual([plan, counts]);
  });

  it('serves claims, updates and pipelines too', async () => {
    const command = (explain: mongo.Document) => client.db('test').command({ explain });
    const claim = { query: { n: { $lte: 150 } }, sort: { n: 1 }, update: { $set: { x: 1 } } };
    expect(planOf(await command({ findAndModify: 'items', ...claim }))).toBe('UPDATE/LIMIT/FETCH/IXSCAN:byN');
    expect(planOf(await command({ delete: 'items', deletes: [{ q: { n: 1 }, limit: 0 }] }))).toBe(
      'DELETE/FETCH/IXSCAN:byN',
    );
    expect(planOf(await items.aggregate([{ $match: { agency: 'a' } }, { $sort: { n: 1 } }]).explain())).toBe(
      'FETCH/IXSCAN:byAgency',
    );
    expect(planOf(await items.find({ _id: 1 as never }).explain())).toBe('IDHACK');
    expect(planOf(await items.find({ $or: [{ n: 1 }, { tags: 't1' }] }).explain())).toBe(
      'FETCH/OR(IXSCAN:byN,IXSCAN:byTag)',
    );
  });

  it('follows a hint, and refuses a bad one', async () => {
    expect(planOf(await items.find({ agency: 'a' }).hint('byN').explain())).toBe('FETCH/IXSCAN:byN');
    expect(planOf(await items.find({ agency: 'a' }).hint({ n: 1 }).explain())).toBe('FETCH/IXSCAN:byN');
    await expect(items.find().hint('none').toArray()).rejects.toThrow('bad hint');
  });
});

describe('indexes', () => {
  it('are listed, created once and dropped', async () => {
    await items.createIndex({ a: 1 }, { unique: true });
    await items.createIndex({ a: 1 }, { unique: true });
    await expect(items.createIndex({ b: 1 }, { name: 'a_1' })).rejects.toMatchObject({ code: 86 });
    await expect(items.createIndex({ a: 1 }, { unique: true, name: 'other' })).rejects.toMatchObject({
      code: 85,
    });
    await expect(items.createIndex({ a: 1 }, { unique: true, expireAfterSeconds: 5 })).rejects.toMatchObject({
      code: 85,
    });
    expect((await items.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1']);
    await items.dropIndex('a_1');
    await expect(items.dropIndex('a_1')).rejects.toMatchObject({ code: 27 });
    await expect(items.dropIndex('_id_')).rejects.toMatchObject({ code: 72 });
  });

  it('are not built over duplicates', async () => {
    await items.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(items.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await items.indexes()).toHaveLength(1);
  });

  it('are unique as far as they are sparse or partial', async () => {
    await items.createIndex({ a: 1 }, { unique: true, sparse: true });
    await items.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { b: { $type: 'string' } } });
    await items.insertMany([{}, {}, { b: 1 }, { b: 1 }, { b: 'x' }]);
    await expect(items.insertOne({ b: 'x' })).rejects.toMatchObject({ code: 11000 });
    expect(await items.countDocuments({ a: null })).toBe(5);
  });

  it('hold keys longer than lmdb allows', async () => {
    await items.createIndex({ text: 1 }, { unique: true });
    const long = 'x'.repeat(3000);
    await items.insertMany([{ text: `${long}a` }, { text: `${long}b` }, { text: 'y' }]);
    await expect(items.insertOne({ text: `${long}a` })).rejects.toMatchObject({ code: 11000 });
    expect(await items.countDocuments({ text: { $gt: `${long}a` } })).toBe(2);
    expect((await items.find().sort({ text: -1 }).toArray()).map(({ text }) => String(text).at(-1))).toEqual([
      'y',
      'b',
      'a',
    ]);
  });

  it('follow a change of the field that lets a document in', async () => {
    await items.createIndex({ a: 1 }, { name: 'open', partialFilterExpression: { 'state.open': true } });
    await items.insertOne({ a: 1, state: { open: false } });
    const found = () => items.countDocuments({ a: 1, 'state.open': true });
    await items.updateOne({ a: 1 }, { $set: { 'state.open': true } });
    expect(await found()).toBe(1);
    await items.updateOne({ a: 1 }, { $unset: { state: 1 } });
    expect(await items.find({ a: 1 }).hint('open').toArray()).toEqual([]);
  });

  it('refuse parallel arrays', async () => {
    await items.createIndex({ a: 1, b: 1 });
    await expect(items.insertOne({ a: [1], b: [1] })).rejects.toMatchObject({ code: 171 });
  });
});

describe('any query', () => {
  const { Long, Decimal128, Double } = mongoose.mongo.BSON;
  const scalar = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom<unknown>(
      null,
      'a',
      'b',
      '',
      true,
      new Date(0),
      Long.fromNumber(2),
      new Double(1),
      Decimal128.fromString('2.5'),
    ),
  );
  const nested = fc.record({ b: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })) }, { requiredKeys: [] });
  const value = fc.oneof(scalar, fc.array(fc.oneof(scalar, nested), { maxLength: 3 }), nested);
  const doc = fc.record({ a: value, c: value }, { requiredKeys: [] });

  const condition = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 2 }),
    fc
      .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
      .map(([op, operand]) => ({ [op]: operand })),
    fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
    fc.array(scalar, { maxLength: 3 }).map((list) => ({ $nin: list })),
    fc.boolean().map((present) => ({ $exists: present })),
    fc.constantFrom<unknown>({ $type: 'string' }, { $regex: '^a' }, { $size: 1 }, { $not: { $gt: 0 } }),
    fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lte: high })),
    fc.tuple(scalar, scalar).map(([low, high]) => ({ $elemMatch: { $gte: low, $lt: high } })),
    scalar.map((b) => ({ $elemMatch: { b } })),
  );
  const conditions = fc.dictionary(fc.constantFrom('a', 'a.b', 'c'), condition, { maxKeys: 3 });
  const filter = fc.oneof(
    conditions,
    fc.array(conditions, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })),
  );
  const direction = fc.constantFrom<1 | -1>(1, -1);
  const sort = fc.dictionary(fc.constantFrom('a', 'a.b', 'c'), direction, { maxKeys: 2 });

  it('answers the same with and without indexes', async () => {
    const db = client.db('same');
    const [plain, indexed] = [db.collection('plain'), db.collection('indexed')];
    await indexed.createIndexes([
      { key: { a: 1 } },
      { key: { a: -1, c: 1 } },
      { key: { c: 1, a: 1 } },
      // In the order that the queries below ask for: several points of one are merged.
      { key: { c: 1, _id: 1 } },
      { key: { a: -1, _id: -1 } },
      { key: { 'a.b': 1 } },
      { key: { c: 1 }, name: 'sparse', sparse: true },
      { key: { a: 1 }, name: 'partial', partialFilterExpression: { a: { $gt: 0 } } },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(doc, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 8, maxLength: 8 }),
        async (docs, queries) => {
          const numbered = docs.map((one, _id) => ({ ...one, _id: _id as never }));
          for (const collection of [plain, indexed]) {
            await collection.deleteMany({});
            await collection
              .insertMany(numbered)
              .catch((error: { code: number }) => expect(error.code).toBe(171));
          }
          const kept = await indexed.find().toArray();
          await plain.deleteMany({ _id: { $nin: kept.map(({ _id }) => _id) } });
          for (const [where, order] of queries) {
            // _id breaks ties, which MongoDB leaves open.
            const read = (collection: typeof plain) =>
              collection
                .find(where)
                .sort({ ...order, _id: 1 })
                .toArray();
            const unsorted = (collection: typeof plain) => collection.find(where).toArray();
            const ids = (found: mongo.Document[]) => found.map(({ _id }) => _id as number);
            expect(ids(await read(indexed))).toEqual(ids(await read(plain)));
            expect(ids(await unsorted(indexed)).sort()).toEqual(ids(await unsorted(plain)).sort());
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});
