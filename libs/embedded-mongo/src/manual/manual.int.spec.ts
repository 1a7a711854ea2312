import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import type { EmbeddedMongo } from '../index.js';
import type { Chapter } from './case.js';

const { queries } = await import('./queries.js');
const { operators } = await import('./operators.js');
const { updates } = await import('./updates.js');
const { arrayUpdates } = await import('./array-updates.js');
const { documents } = await import('./documents.js');
const { reading } = await import('./reading.js');

const chapters: readonly Chapter[] = [
  ...queries,
  ...operators,
  ...updates,
  ...arrayUpdates,
  ...documents,
  ...reading,
];
// A test asks the environment for what no service is configured with.
// eslint-disable-next-line no-restricted-properties
const given = process.env['MONGODB_URI'];

let dataDir: string;
let server: EmbeddedMongo | undefined;
let client: mongo.MongoClient;
let db: mongo.Db;

/** With MONGODB_URI the same list is put to a real server: it must hold there too. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-manual-'));
  if (!given) {
    const { startEmbeddedMongo } = await import('../index.js');
    server = await startEmbeddedMongo({ access: 'open', dataDir });
  }
  client = await mongoose.mongo.MongoClient.connect(given ?? server?.uri ?? '');
  db = client.db(`manual_${randomUUID().replaceAll('-', '')}`);
});

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe.each(chapters)('$page', ({ cases }) => {
  it.each(cases)('$says', async ({ given: docs, ask, expected }) => {
    const items = db.collection(`c${randomUUID().replaceAll('-', '')}`);
    if (docs.length > 0) await items.insertMany(docs.map((doc) => ({ ...doc })));
    expect(await ask(items)).toEqual(expected);
  });
});
