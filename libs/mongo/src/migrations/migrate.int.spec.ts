import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection, mongo } from 'mongoose';
import { createConnection } from 'mongoose';
import type { Migration } from './migration.js';
import { migrate, versionOf } from './migrate.js';

const PEOPLE = 'people';

/** Gives a field to whoever has none, two at a time; it breaks after so many batches. */
const giving = (field: string, batches = Number.POSITIVE_INFINITY): Migration => {
  const without = { [field]: { $exists: false } };
  return {
    title: `people have a ${field}`,
    count: (db) => db.collection(PEOPLE).countDocuments(without),
    run: async (db) => {
      let changed = 0;
      for (let batch = 0; ; batch += 1) {
        const found = await db.collection(PEOPLE).find(without).limit(2).toArray();
        if (found.length === 0) return changed;
        if (batch === batches) throw new Error('cut off');
        const _id = { $in: found.map((one) => one._id) };
        changed += (await db.collection(PEOPLE).updateMany({ _id, ...without }, { $set: { [field]: 1 } }))
          .modifiedCount;
      }
    },
  };
};

describe('migrations of a database', () => {
  let mongo: MongoServer;
  let connection: Connection;
  let db: mongo.Db;
  const steps = async (...asked: [readonly Migration[], { dryRun: boolean }?]) =>
    (await migrate(db, ...asked)).map(({ version, documents }) => [version, documents]);
  const left = (field: string) => db.collection(PEOPLE).countDocuments({ [field]: { $exists: false } });

  beforeAll(async () => {
    mongo = await startMongo();
    connection = await createConnection(mongo.uri, { dbName: 'migrations' }).asPromise();
    db = connection.db as mongo.Db;
  }, 60_000);
  beforeEach(async () => {
    await db.collection(PEOPLE).deleteMany({});
    await db.collection('schemaVersion').deleteMany({});
    await db.collection(PEOPLE).insertMany(Array.from({ length: 5 }, (_, at) => ({ n: at })));
  });
  afterAll(async () => {
    await connection.close();
    await mongo.stop();
  });

  it('are done once, in their order, and those of the next release after them', async () => {
    expect(await versionOf(db)).toBe(0);
    expect(await steps([giving('words')])).toEqual([[1, 5]]);
    expect(await steps([giving('words')])).toEqual([]);
    expect(await steps([giving('words'), giving('phone')])).toEqual([[2, 5]]);
    expect(await versionOf(db)).toBe(2);
  });

  it('are counted by a dry run, which writes nothing', async () => {
    expect(await steps([giving('words'), giving('phone')], { dryRun: true })).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect([await versionOf(db), await left('words')]).toEqual([0, 5]);
  });

  it('go on after a crash where they were cut off', async () => {
    await expect(steps([giving('words', 1)])).rejects.toThrow('cut off');
    expect([await versionOf(db), await left('words')]).toEqual([0, 3]);
    expect(await steps([giving('words')])).toEqual([[1, 3]]);
  });

  it('are shared by replicas that start at once, each document once', async () => {
    const both = await Promise.all([
      steps([giving('words'), giving('phone')]),
      steps([giving('words'), giving('phone')]),
    ]);
    const changed = both.flat().reduce((sum, [, documents = 0]) => sum + documents, 0);
    expect([changed, await versionOf(db)]).toEqual([10, 2]);
  });

  it('refuse what a later release has written', async () => {
    await steps([giving('words'), giving('phone')]);
    await expect(steps([giving('words')])).rejects.toThrow(
      /migrations has version 2, and this release knows none above 1/u,
    );
  });
});
