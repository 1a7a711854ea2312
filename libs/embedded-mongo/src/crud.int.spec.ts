import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import type { EmbeddedMongo } from './index.js';

let dataDir: string;
let server: EmbeddedMongo;
let client: mongo.MongoClient;
let items: mongo.Collection<mongo.Document>;
let now = Date.parse('2004-01-05T08:00:00Z');

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-'));
  // Not a static import: under jest, the driver's require() of bson must come before our import of it.
  const { startEmbeddedMongo } = await import('./index.js');
  server = await startEmbeddedMongo({ access: 'open', dataDir, now: () => now });
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

const failing = (code: number) => expect.objectContaining({ code }) as unknown as Error;

describe('documents', () => {
  it('are inserted, found, updated and deleted', async () => {
    await items.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await items.updateMany({ n: { $gte: 2 } }, { $inc: { n: 10 } })).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
    });
    expect(await items.updateOne({ n: 1 }, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await items.replaceOne({ n: 1 }, { n: 5 })).toMatchObject({ modifiedCount: 1 });
    const found = await items
      .find({}, { projection: { _id: 0 } })
      .sort({ n: -1 })
      .skip(1)
      .limit(1)
      .toArray();
    expect(found).toEqual([{ n: 12 }]);
    expect(await items.deleteMany({ n: { $gt: 5 } })).toMatchObject({ deletedCount: 2 });
    expect(await items.countDocuments({})).toBe(1);
  });

  it('come in the order of their insertion', async () => {
    await items.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: 300 - n }) as never));
    const ids = (await items.find().toArray()).map(({ _id }) => _id as unknown);
    expect(ids).toEqual(Array.from({ length: 300 }, (_, n) => 300 - n));
  });

  it('are upserted once', async () => {
    const first = await items.updateOne(
      { key: 'a' },
      { $setOnInsert: { made: 1 }, $inc: { n: 1 } },
      { upsert: true },
    );
    await items.updateOne({ key: 'a' }, { $setOnInsert: { made: 2 }, $inc: { n: 1 } }, { upsert: true });
    expect(first.upsertedCount).toBe(1);
    expect(await items.findOne({ key: 'a' })).toMatchObject({ made: 1, n: 2 });
  });

  it('are found and modified in one step', async () => {
    await items.insertMany([{ n: 2 }, { n: 1 }]);
    const before = await items.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { n: 1 } });
    expect(before).toMatchObject({ n: 1 });
    expect(
      await items.findOneAndUpdate({ n: 9 }, { $set: { x: 1 } }, { upsert: true, returnDocument: 'after' }),
    ).toMatchObject({ n: 9, x: 1 });
    expect(await items.findOneAndDelete({ taken: true }, { projection: { _id: 0, n: 1 } })).toEqual({ n: 1 });
    expect(await items.findOneAndUpdate({ n: 77 }, { $set: { x: 1 } })).toBeNull();
  });

  it('are claimed by one of many', async () => {
    await items.insertMany(Array.from({ length: 50 }, (_, n) => ({ dueAt: new Date(n), owner: null })));
    const claims = await Promise.all(
      Array.from({ length: 60 }, (_, owner) =>
        items.findOneAndUpdate({ owner: null }, { $set: { owner } }, { sort: { dueAt: 1 } }),
      ),
    );
    const ids = claims.filter((claim) => claim !== null).map(({ _id }) => String(_id));
    expect([ids.length, new Set(ids).size]).toEqual([50, 50]);
  });

  it('keep int64, Decimal128 and integral doubles apart', async () => {
    const { Long, Decimal128, Double } = mongoose.mongo.BSON;
    await items.insertOne({
      long: Long.fromNumber(1),
      decimal: Decimal128.fromString('1.10'),
      double: new Double(2),
    });
    await items.updateOne({ long: 1, double: 2 }, { $inc: { other: 1 } });
    expect(
      await items.countDocuments({
        long: { $type: 'long' },
        double: { $type: 'double' },
        decimal: { $type: 'decimal' },
      }),
    ).toBe(1);
  });
});

describe('errors', () => {
  it('tell duplicates as MongoDB does', async () => {
    await items.createIndex({ 'user.mail': 1 }, { unique: true });
    await items.insertOne({ user: { mail: 'a@b.fr' } });
    const error = await items.insertOne({ user: { mail: 'a@b.fr' } }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 11000,
      message:
        'E11000 duplicate key error collection: test.items index: user.mail_1 dup key: { user.mail: "a@b.fr" }',
      keyPattern: { 'user.mail': 1 },
      keyValue: { 'user.mail': 'a@b.fr' },
    });
    const upsert = items.findOneAndUpdate(
      { _id: 'x' as never },
      { $set: { user: { mail: 'a@b.fr' } } },
      { upsert: true },
    );
    await expect(upsert).rejects.toThrow(failing(11000));
  });

  it('end an ordered batch and not an unordered one', async () => {
    const batch = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[];
    await expect(items.insertMany(batch)).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
    await expect(items.insertMany(batch, { ordered: false })).rejects.toMatchObject({
      code: 11000,
      insertedCount: 1,
    });
    expect(await items.countDocuments()).toBe(2);
  });

  it.each<[string, number, mongo.Document]>([
    ['geo', 238, { find: 'items', filter: { at: { $near: [0, 0] } } }],
    ['text', 238, { find: 'items', filter: { $text: { $search: 'x' } } }],
    ['text index', 238, { createIndexes: 'items', indexes: [{ key: { a: 'text' }, name: 'a' }] }],
    ['change stream', 238, { aggregate: 'items', pipeline: [{ $changeStream: {} }], cursor: {} }],
    ['transaction', 20, { find: 'items', txnNumber: 1, startTransaction: true, autocommit: false }],
    ['capped', 238, { create: 'capped', capped: true, size: 1 }],
    ['time series', 238, { create: 'series', timeseries: { timeField: 't' } }],
    ['validator', 238, { create: 'checked', validator: { $jsonSchema: {} } }],
    ['collation', 238, { find: 'items', collation: { locale: 'fr' } }],
    ['bulkWrite', 238, { bulkWrite: 1, ops: [] }],
    ['tailable', 238, { find: 'items', tailable: true }],
    ['unknown command', 59, { constructor: 1 }],
    ['pipeline update', 238, { update: 'items', updates: [{ q: {}, u: { $bit: { a: 1 } } }] }],
    ['stage', 238, { aggregate: 'items', pipeline: [{ $out: 'x' }], cursor: {} }],
    ['unknown stage', 40324, { aggregate: 'items', pipeline: [{ $bogus: 1 }], cursor: {} }],
  ])('refuse %s with %d', async (_name, code, command) => {
    const reply = client
      .db('test')
      .command(command)
      .then((done) => {
        const [writeError] = (done['writeErrors'] ?? []) as mongo.Document[];
        if (writeError) throw Object.assign(new Error(String(writeError['errmsg'])), writeError);
      });
    await expect(reply).rejects.toThrow(failing(code));
  });
});

describe('cursors', () => {
  it('give all documents in batches', async () => {
    await items.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n })));
    const all = await items.find().sort({ n: 1 }).batchSize(30).toArray();
    expect(all.map(({ n }) => n as number)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });

  it('are forgotten when idle', async () => {
    await items.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    const cursor = items.find().batchSize(2);
    await cursor.next();
    now += 11 * 60_000;
    await server.maintain();
    await expect(cursor.toArray()).rejects.toThrow(failing(43));
  });
});

describe('TTL', () => {
  it('removes what has expired, and nothing else', async () => {
    await items.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await items.insertMany([{ at: new Date(now) }, { at: new Date(now + 120_000) }, { at: 'text' }, {}]);
    await server.maintain();
    expect(await items.countDocuments()).toBe(4);
    now += 61_000;
    await server.maintain();
    expect(await items.countDocuments()).toBe(3);
  });
});

describe('aggregation', () => {
  beforeEach(async () => {
    await items.insertMany([
      { agency: 'a', n: 1, tags: ['x', 'y'] },
      { agency: 'a', n: 2, tags: ['y'] },
      { agency: 'b', n: 4, tags: [] },
    ]);
  });

  it.each<[string, mongo.Document[], mongo.Document[]]>([
    ['counts', [{ $match: { n: { $gt: 1 } } }, { $count: 'n' }], [{ n: 2 }]],
    ['counts nothing with no document at all', [{ $match: { n: 9 } }, { $count: 'n' }], []],
    [
      'counts as drivers do',
      [{ $match: { agency: 'a' } }, { $group: { _id: 1, n: { $sum: 1 } } }],
      [{ _id: 1, n: 2 }],
    ],
    [
      'filters, sorts and pages in any order',
      [{ $sort: { n: -1 } }, { $limit: 2 }, { $skip: 1 }, { $match: { agency: 'a' } }, { $count: 'left' }],
      [{ left: 1 }],
    ],
  ])('%s', async (_name, pipeline, expected) => {
    expect(await items.aggregate(pipeline).toArray()).toEqual(expected);
  });

  it.each(['$group', '$project', '$unwind', '$lookup', '$facet', '$bucket', '$addFields', '$replaceRoot'])(
    'refuses %s by name',
    async (name) => {
      const aggregated = items.aggregate([{ [name]: { _id: '$agency' } }]).toArray();
      await expect(aggregated).rejects.toMatchObject({ code: 238, message: expect.stringContaining(name) });
    },
  );
});

describe('mongoose', () => {
  it('works with a schema, its indexes, versions and timestamps', async () => {
    const connection = await mongoose.createConnection(server.uri, { dbName: 'test' }).asPromise();
    const schema = new mongoose.Schema(
      { name: { type: String, unique: true }, parts: [{ n: Number }] },
      { timestamps: true, optimisticConcurrency: true },
    );
    const Thing = connection.model('Thing', schema);
    await Thing.syncIndexes();
    const thing = await Thing.create({ name: 'one', parts: [{ n: 1 }, { n: 2 }] });
    const stale = await Thing.findById(thing._id).orFail();
    thing.parts[1]?.set('n', 5);
    thing.parts.push({ n: 3 });
    await thing.save();
    stale.name = 'late';
    await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
    await expect(Thing.create({ name: 'one' })).rejects.toThrow(failing(11000));
    expect(await Thing.findOne({ 'parts.n': 5 }).lean()).toMatchObject({
      name: 'one',
      __v: 1,
      parts: [{ n: 1 }, { n: 5 }, { n: 3 }],
    });
    await connection.close();
  });
});
