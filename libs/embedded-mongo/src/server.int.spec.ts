import { cp, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { EmbeddedMongo } from './index.js';

const { startEmbeddedMongo } = await import('./index.js');
const { backup } = await import('./backup.js');

let folder: string;
const servers = new Set<EmbeddedMongo>();
const clients = new Set<mongoose.mongo.MongoClient>();

const start = async (dataDir: string, options: object = {}): Promise<EmbeddedMongo> => {
  const server = await startEmbeddedMongo({ access: 'open', dataDir, ...options });
  servers.add(server);
  return server;
};

const itemsOf = async (server: EmbeddedMongo): Promise<mongoose.mongo.Collection> => {
  const client = await mongoose.mongo.MongoClient.connect(server.uri);
  clients.add(client);
  return client.db('test').collection('items');
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-mongo-server-'));
});

afterEach(async () => {
  for (const client of clients) await client.close();
  for (const server of servers) await server.stop();
  clients.clear();
  servers.clear();
  await rm(folder, { recursive: true, force: true });
});

const many = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => ({ n, text: 'x'.repeat(200) }));

describe('long writes', () => {
  it('let the others through, and each still changes all that it found', async () => {
    const server = await start(folder);
    const items = await itemsOf(server);
    await items.insertMany(many(20_000));
    const others = await itemsOf(server);
    let isOver = false;
    const update = items
      .updateMany({ n: { $gte: 0 } }, { $set: { seen: true } })
      .finally(() => (isOver = true));
    let between = 0;
    while (!isOver) {
      await others.insertOne({ other: between });
      between += Number(!isOver);
    }
    expect(await update).toMatchObject({ matchedCount: 20_000, modifiedCount: 20_000 });
    expect(between).toBeGreaterThan(10);
    expect(await items.countDocuments({ other: { $exists: true }, seen: true })).toBe(0);
  });

  it('build an index that knows what was written meanwhile', async () => {
    const items = await itemsOf(await start(folder));
    await items.insertMany(many(5_000));
    const built = items.createIndex({ n: 1 });
    const moved = items.updateMany({ n: { $lt: 100 } }, { $inc: { n: 100_000 } });
    const removed = items.deleteMany({ n: { $gte: 100, $lt: 200 } });
    const added = items.insertMany([{ n: 200_000 }, { n: 200_001 }]);
    await Promise.all([built, moved, removed, added]);
    const through = await items
      .find({ n: { $gte: 0 } })
      .hint({ n: 1 })
      .toArray();
    expect(through.length).toBe(5_000 - 100 + 2);
    expect(
      await items
        .find({ n: { $gte: 100_000 } })
        .hint({ n: 1 })
        .toArray(),
    ).toHaveLength(102);
  });
});

describe('a backup', () => {
  it('holds one moment of a database that goes on serving, and is served as it is', async () => {
    const server = await start(join(folder, 'data'));
    const items = await itemsOf(server);
    await items.createIndex({ n: 1 }, { unique: true });
    await items.insertMany(many(1_000));
    await backup(join(folder, 'data'), join(folder, 'copy'));
    await items.deleteMany({});
    const restored = await itemsOf(await start(join(folder, 'copy')));
    expect(await restored.countDocuments({ n: { $gte: 0 } })).toBe(1_000);
    await expect(restored.insertOne({ n: 1 })).rejects.toMatchObject({ code: 11000 });
    expect((await stat(join(folder, 'copy', 'data.mdb'))).mode & 0o077).toBe(0);
  });

  it('overwrites nothing', async () => {
    await itemsOf(await start(join(folder, 'data')));
    await writeFile(join(folder, 'kept'), '');
    await expect(backup(join(folder, 'data'), folder)).rejects.toThrow('is not empty');
    await expect(backup(join(folder, 'none'), join(folder, 'copy'))).rejects.toThrow('no database');
  });
});

describe('a start', () => {
  it.each<[string, (file: string) => Promise<void>]>([
    ['cut short', (file) => truncate(file, 20_000)],
    ['emptied', (file) => truncate(file, 0)],
    ['overwritten at its head', (file) => writeFile(file, Buffer.alloc(8192, 0x5a), { flag: 'r+' })],
  ])('says that a database is damaged: %s', async (_name, damage) => {
    const data = join(folder, 'data');
    const server = await start(data);
    await (await itemsOf(server)).insertMany(many(1_000));
    const copy = join(folder, 'copy');
    await backup(data, copy);
    await damage(join(copy, 'data.mdb'));
    await expect(start(copy)).rejects.toThrow(/is damaged .*Restore a backup/);
  });

  it('is refused while another process, or this one, serves the folder', async () => {
    const data = join(folder, 'data');
    const first = await start(data);
    await expect(start(data)).rejects.toThrow('is in use');
    await first.stop();
    servers.delete(first);
    await start(data);
  });

  it('takes over what a killed process left', async () => {
    const data = join(folder, 'data');
    await backup(await served(data), join(folder, 'copy'));
    // A lock file without a process that holds it.
    await cp(join(data, 'lock'), join(folder, 'copy', 'lock'));
    expect(await (await itemsOf(await start(join(folder, 'copy')))).countDocuments()).toBe(1);
  });
});

const served = async (data: string): Promise<string> => {
  await (await itemsOf(await start(data))).insertOne({});
  return data;
};

describe('the maintenance of every minute', () => {
  it('tells what failed, and is tried again', async () => {
    let failed: (message: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => (failed = resolve));
    let isBroken = true;
    const now = (): number => {
      if (isBroken) throw new Error('no time');
      return 0;
    };
    const server = await start(folder, {
      now,
      maintenanceMs: 5,
      onTrouble: (message: string) => failed(message),
    });
    expect(await told).toBe('Maintenance failed: no time');
    isBroken = false;
    await server.maintain();
  });
});
