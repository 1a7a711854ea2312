import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf } from '@intervia/mongo';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BSON, MongoClient } from 'mongodb';
import { dumpDatabases, restoreDatabases } from './databases.js';

const { Binary, Decimal128, Double, Int32, Long } = BSON;
const DOCUMENT = {
  _id: 't1',
  whole: new Double(3),
  count: new Int32(7),
  cents: Long.fromString('9007199254740993'),
  rate: Decimal128.fromString('0.10'),
  at: new Date(86_400_123),
  bytes: new Binary(Buffer.from([0, 255, 1])),
  nothing: null,
  lines: [{ text: 'Œillets 🏠' }, []],
};
const MANY = 1_200;

describe('a dump of the databases', () => {
  let from: MongoServer;
  let to: MongoServer;
  let folder: string;

  const raw = async (uri: string, db: string, collection: string, _id: string) => {
    const client = await MongoClient.connect(uri);
    try {
      const found = await client
        .db(databaseOf(uri, db))
        .collection<{ _id: string }>(collection)
        .findOne({ _id }, { raw: true });
      return found as unknown as Buffer;
    } finally {
      await client.close();
    }
  };

  beforeAll(async () => {
    [from, to] = await Promise.all([startMongo(), startMongo()]);
    folder = await mkdtemp(join(tmpdir(), 'intervia-dump-'));
    const client = await MongoClient.connect(from.uri);
    await client
      .db(databaseOf(from.uri, 'intervia_tickets'))
      .collection('tickets')
      .insertOne({ ...DOCUMENT } as never);
    const many = Array.from({ length: MANY }, (_, at) => ({ _id: String(at), text: 'x'.repeat(at % 300) }));
    await client
      .db(databaseOf(from.uri, 'intervia_reporting'))
      .collection('rows')
      .insertMany(many as never[]);
    await client.db(databaseOf(from.uri, 'of_others')).collection('things').insertOne({ n: 1 });
    await client.close();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([from.stop(), to.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  it('gives every document back with the bytes that it had, and those of others not at all', async () => {
    expect(await dumpDatabases(from.uri, folder)).toBe(MANY + 1);
    expect(await restoreDatabases(to.uri, folder)).toBe(MANY + 1);
    const before = await raw(from.uri, 'intervia_tickets', 'tickets', 't1');
    expect((await raw(to.uri, 'intervia_tickets', 'tickets', 't1')).equals(before)).toBe(true);
    expect(await raw(to.uri, 'intervia_reporting', 'rows', String(MANY - 1))).not.toBeNull();
    const client = await MongoClient.connect(to.uri);
    expect(await client.db(databaseOf(to.uri, 'of_others')).collection('things').countDocuments()).toBe(0);
    await client.close();
  });

  it('goes into no database that holds something', async () => {
    await expect(restoreDatabases(to.uri, folder)).rejects.toThrow(/is not empty/u);
  });

  it('is refused when a file of it was cut', async () => {
    const file = join(folder, 'intervia_tickets', 'tickets.bson');
    await writeFile(file, (await readFile(file)).subarray(0, -3));
    const empty = await startMongo();
    await expect(restoreDatabases(empty.uri, folder)).rejects.toThrow(/ends in the middle of a document/u);
    await empty.stop();
  });
});
