import { FinalSaveState } from '@intervia/contracts/property';
import { startNats } from '@intervia/testing';
import { MongoClient } from 'mongodb';
import type { Document } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, startPropertyStack } from '../property/property-stack.js';
import type { PropertyStack } from '../property/property-stack.js';
import { aMandate, context, ended, fill, publishAgency } from '../property/sitting.js';
import { spawnNode } from './child.js';
import type { Measure } from './measure.js';
import { measureOf, median, quantile } from './measure.js';

const AT_A_TIME = 8;
const TURNS = 10;
const BARE = 'bench_property_bare';
const MODEL_NAME = 'Modelle';
const LETTERS = 26;
const SEED_BATCH = 500;
const SAMPLE = 100;

interface StoredDraft extends Document {
  readonly _id: string;
}

/** "Zaaab": of letters alone, so that no two give the same code. */
const nameOf = (n: number): string =>
  `Z${[3, 2, 1, 0].map((place) => String.fromCharCode(97 + (Math.floor(n / LETTERS ** place) % LETTERS))).join('')}`;

/** A draft as if another person had typed it: every place where the model's name stands. */
function renamed(value: unknown, name: string): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(MODEL_NAME, name).replaceAll(MODEL_NAME.toUpperCase(), name.toUpperCase());
  }
  if (Array.isArray(value)) return value.map((one) => renamed(one, name));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, name)]));
}

/** Runs `work` for each number below `count`, so many at a time. @returns seconds in all */
async function inFlight(count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return (performance.now() - start) / 1_000;
}

class Database {
  private readonly names: readonly [string, string];

  constructor(
    private readonly client: MongoClient,
    uri: string,
  ) {
    this.names = [databaseOf(uri, 'directory'), databaseOf(uri, 'property-wizards')];
  }

  get drafts() {
    return this.client.db(this.names[1]).collection<StoredDraft>('drafts');
  }

  /** Documents of the two services, by database and collection. */
  async counts(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const name of this.names) {
      for (const { collectionName } of await this.client.db(name).collections()) {
        const count = await this.client.db(name).collection(collectionName).estimatedDocumentCount();
        counts.set(`${name}.${collectionName}`, count);
      }
    }
    return counts;
  }

  async sample(place: string): Promise<Document[]> {
    const [name, collection] = place.split('.') as [string, string];
    return this.client.db(name).collection(collection).find().sort({ _id: -1 }).limit(SAMPLE).toArray();
  }

  bare(place: string) {
    return this.client.db(BARE).collection<{ _id: string }>(place);
  }
}

/** What the drafts of a turn left: how many documents of each collection. */
const grown = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): [string, number][] =>
  [...after].flatMap(([place, count]) => {
    const more = count - (before.get(place) ?? 0);
    return more > 0 ? [[place, more]] : [];
  });

/** The same documents again under other ids, one insert each: what a program would do that asks nothing. */
async function insertBare(database: Database, written: readonly [string, number][]): Promise<number> {
  const samples = new Map(
    await Promise.all(written.map(async ([place]) => [place, await database.sample(place)] as const)),
  );
  const places = written.flatMap(([place, count]) => Array.from({ length: count }, () => place));
  return inFlight(places.length, async (n) => {
    const place = places[n]!;
    const models = samples.get(place) ?? [];
    await database.bare(place).insertOne({ ...models[n % models.length], _id: randomUUID() });
  });
}

/** The most that each process held, in megabytes, as the kernel has it. */
async function peaks(stack: PropertyStack): Promise<Record<string, number>> {
  const entries = await Promise.all(
    Object.entries(stack.pids()).map(async ([service, pid]) => {
      const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
      const kilobytes = Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
      return [`peak_mb_${service}`, Math.round(kilobytes / 1_000)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/**
 * Final saves of the mandate wizard, eight at a time, over the two services and a database in processes of their own;
 * in turns with bare inserts of as many documents into the same database.
 */
export async function* benchProperty({ saves }: { saves: number }): AsyncIterable<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'intervia-property-bench-'));
  const nats = await startNats();
  const server = await spawnNode(new URL('./database.js', import.meta.url), {});
  const uri = server.ready as string;
  const client = await MongoClient.connect(uri);
  const stack = await startPropertyStack({
    nats: nats.url,
    mongo: { directory: uri, 'property-wizards': uri },
    folder,
  });
  try {
    yield await measureSaves(stack, new Database(client, uri), saves);
  } finally {
    await stack.stop();
    await client.close();
    await server.stop();
    await nats.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureSaves(stack: PropertyStack, database: Database, saves: number): Promise<Measure> {
  await publishAgency(stack);
  const modelId = await fill(stack, aMandate(stack.clock.now(), MODEL_NAME));
  const model = (await database.drafts.findOne({ _id: modelId }))!;
  const perTurn = Math.ceil(saves / TURNS);
  const [ours, bare, latencies]: [number[], number[], number[]] = [[], [], []];
  let [documents, done] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const ids = await seed(database, model, turn * perTurn, perTurn);
    const before = await database.counts();
    const seconds = await inFlight(perTurn, async (n) => {
      const start = performance.now();
      await saveFinally(stack, ids[n]!);
      latencies.push(performance.now() - start);
    });
    const written = grown(before, await database.counts());
    const count = written.reduce((sum, [, more]) => sum + more, 0);
    ours.push(count / seconds);
    bare.push(count / (await insertBare(database, written)));
    documents += count;
    done += perTurn;
  }
  return {
    ...measureOf('property: final saves', 'documents/s', median(ours), median(bare)),
    saves: done,
    documents,
    saves_per_s: Number((median(ours) / (documents / done)).toPrecision(3)),
    ms_p50: Math.round(quantile(latencies, 0.5)),
    ms_p99: Math.round(quantile(latencies, 0.99)),
    ...(await peaks(stack)),
  };
}

async function seed(database: Database, model: StoredDraft, first: number, count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, (_, at): StoredDraft => {
    const n = first + at;
    const { outbox: _outbox, outboxAt: _outboxAt, ...draft } = model;
    return { ...(renamed(draft, nameOf(n)) as StoredDraft), _id: `draft-${String(n)}`, outbox: [] };
  });
  for (let at = 0; at < drafts.length; at += SEED_BATCH) {
    await database.drafts.insertMany(drafts.slice(at, at + SEED_BATCH));
  }
  return drafts.map(({ _id }) => _id);
}

async function saveFinally(stack: PropertyStack, draftId: string): Promise<void> {
  const { save } = await stack.drafts.saveFinally({ context: context(draftId), draftId });
  const end = save?.state === FinalSaveState.RUNNING ? await ended(stack, draftId) : save;
  if (end?.state !== FinalSaveState.DONE) throw new Error(`${draftId}: ${JSON.stringify(end?.faults)}`);
}
