import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';

const program = join(import.meta.dirname, '../dist/main.js');
const WRITERS = 8;
const KILL_AFTER = 400;

let dataDir: string;
const children = new Set<ChildProcess>();

const args = (): string[] => [
  ...['--port', '0', '--data', dataDir],
  ...['--credentials', join(dataDir, 'credentials')],
];

/** The engine in a process of its own, as `npm start` runs it. `npm test` builds it first. */
const startProcess = async (): Promise<{ child: ChildProcess; uri: string }> => {
  if (!existsSync(program)) throw new Error('Build the workspace first: npm run build:ts');
  const child = spawn(process.execPath, [program, ...args()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The server exited with ${String(code)}`);
  });
  const [line] = (await Promise.race([once(child.stdout, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  const uri = /mongodb:\S+/.exec(line.toString())?.[0];
  if (!uri) throw new Error(`No address in: ${line.toString()}`);
  return { child, uri };
};

const connect = (uri: string) =>
  mongoose.mongo.MongoClient.connect(uri, {
    auth: { username: 'user', password: 'word:with:colons' },
    ...{ authSource: 'admin', retryWrites: false, serverSelectionTimeoutMS: 2000 },
  });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-mongo-kill-'));
  await writeFile(join(dataDir, 'credentials'), 'user:word:with:colons\n', { mode: 0o600 });
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

describe('a program that is not told who may use it', () => {
  it.each([[[]], [['--open', '--credentials', 'x']]])('does not start: %j', async (more) => {
    const child = spawn(process.execPath, [program, '--data', join(dataDir, 'none'), ...more], {
      stdio: 'ignore',
    });
    expect((await once(child, 'exit'))[0]).toBe(2);
  });
});

describe('kill -9 in a storm of writes', () => {
  it('loses nothing that was acknowledged, and leaves every index whole', async () => {
    const { child, uri } = await startProcess();
    const killed = once(child, 'exit');
    const client = await connect(uri);
    const items = client.db('storm').collection('items');
    await items.createIndex({ writer: 1, n: 1 }, { unique: true });
    const inserted: string[] = [];
    const counters = new Map<number, number>();
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; ; n++) {
        await items.insertOne({ writer, n, text: 'x'.repeat(200) });
        inserted.push(`${writer}:${n}`);
        const claimed = await items.findOneAndUpdate(
          { writer, n: 0 },
          { $inc: { counter: 1 } },
          { returnDocument: 'after' },
        );
        counters.set(writer, claimed?.['counter'] as number);
        if (inserted.length >= KILL_AFTER) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await client.close();
    await killed;

    const again = await startProcess();
    const reader = await connect(again.uri);
    const found = reader.db('storm').collection('items');
    const docs = await found.find().hint({ $natural: 1 }).toArray();
    const present = new Set(docs.map(({ writer, n }) => `${writer}:${n}`));
    expect(inserted.length).toBeGreaterThanOrEqual(KILL_AFTER);
    expect(inserted.filter((key) => !present.has(key))).toEqual([]);
    for (const [writer, counter] of counters) {
      const first = await found.findOne({ writer, n: 0 });
      expect(first?.['counter']).toBeGreaterThanOrEqual(counter);
    }
    const throughIndex = await found.find().hint({ writer: 1, n: 1 }).toArray();
    expect(throughIndex.length).toBe(docs.length);
    await reader.close();

    const second = spawn(process.execPath, [program, ...args()], { stdio: 'ignore' });
    expect((await once(second, 'exit'))[0]).toBe(1);

    again.child.kill('SIGTERM');
    expect((await once(again.child, 'exit'))[0]).toBe(0);
  }, 60_000);
});
