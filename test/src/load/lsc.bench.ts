import 'reflect-metadata';
import { ApiKeysService, ApiScope, DirectoryService, Role } from '@intervia/contracts';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { eventually, freePort, startMongo, startNats } from '@intervia/testing';
import { NestFactory } from '@nestjs/core';
import { MongoClient } from 'mongodb';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { endNode } from './child.js';
import type { Measure } from './measure.js';
import { measureOf } from './measure.js';

const RECORDS = 100_000;
const BATCH = 200;
const BOOT_MS = 120_000;
const AGENCY = 'bench';
const ADMINISTRATOR = { mail: 'banc@essais.example', password: 'quatre mots au hasard' };
const GATEWAY = new URL('../../../gateway/dist/main.js', import.meta.url);
const DIRECTORY = new URL('../../../services/directory/dist/main.js', import.meta.url);

const aParty = (n: number) => ({
  name: `Lefèvre ${String(n)} Zoé`,
  mails: [`zoe.${String(n)}@courriel.example`],
  mobiles: ['+33639980001'],
  phone: '0465710001',
});

function* lines(): Generator<string> {
  for (let n = 1; n <= RECORDS; n += 1)
    yield `${JSON.stringify({ op: 'upsert', type: 'party', id: `p${String(n)}`, version: 1, data: aParty(n) })}\n`;
}

/** What a process held at most, in MB; where the system tells. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** @returns how many lines were stored, as the last answer says */
async function publish(url: string, key: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
  };
  const sending = request(`${url}/lsc/v1/base`, { method: 'POST', headers });
  const answered = once(sending, 'response') as Promise<[Readable]>;
  const sent = pipeline(Readable.from(lines()), createGzip(), sending);
  const [answer] = await answered;
  let last = '';
  for await (const line of createInterface({ input: answer })) last = line;
  await sent;
  const { done, stored } = JSON.parse(last) as { done: boolean; stored: number };
  if (!done) throw new Error(last);
  return stored;
}

/** As many documents as a program of its own would insert them: in batches, with the same indexes. */
async function insertBare(mongo: MongoClient): Promise<number> {
  const bare = mongo.db('bench_lsc_bare').collection('parties');
  await bare.createIndex({ agencyId: 1, id: 1 }, { unique: true });
  const start = performance.now();
  for (let from = 1; from <= RECORDS; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, at) => ({
      agencyId: AGENCY,
      id: `p${String(from + at)}`,
      ...aParty(from + at),
    }));
    await bare.insertMany(batch, { ordered: false });
  }
  return RECORDS / ((performance.now() - start) / 1_000);
}

/** 100,000 records in one packed stream, beside bare inserts of as many documents. */
export async function* benchLsc(): AsyncIterable<Measure> {
  const [nats, mongo] = await Promise.all([startNats(), startMongo()]);
  const folder = await mkdtemp(join(tmpdir(), 'intervia-bench-lsc-'));
  const port = await freePort();
  const env = {
    ...process.env,
    NATS_URL: nats.url,
    FILES_DIR: folder,
    LOG_LEVEL: 'error',
    HEALTH_PORT: '0',
    MONGODB_URI: mongo.uri,
    MONGODB_DB: 'bench_lsc',
    PORT: String(port),
  };
  const context = await NestFactory.createApplicationContext(
    MessagingModule.forRoot({ service: 'bench', natsUrl: nats.url, clock: 'system' }),
    { logger: false },
  );
  const directory = fork(DIRECTORY, { env, execArgv: [] });
  const gateway = fork(GATEWAY, { env, execArgv: [] });
  const client = await MongoClient.connect(mongo.uri);
  try {
    const url = `http://127.0.0.1:${String(port)}`;
    const boot = { what: 'both processes', timeoutMs: BOOT_MS };
    const key = await eventually(() => aKey(context.get(BusClient)).catch(() => undefined), boot);
    await eventually(() => fetch(`${url}/health`).catch(() => undefined), boot);
    const [gatewayIdleMb, directoryIdleMb] = await Promise.all([peakOf(gateway), peakOf(directory)]);
    const start = performance.now();
    const stored = await publish(url, key);
    const rate = stored / ((performance.now() - start) / 1_000);
    const bare = await insertBare(client);
    yield {
      ...measureOf('lsc base', 'records/s', rate, bare),
      stored,
      gatewayIdleMb,
      gatewayPeakMb: await peakOf(gateway),
      directoryIdleMb,
      directoryPeakMb: await peakOf(directory),
    };
  } finally {
    await Promise.all([endNode(gateway, 'SIGTERM'), endNode(directory, 'SIGTERM')]);
    await client.close();
    await context.close();
    await Promise.all([nats.stop(), mongo.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function aKey(bus: BusClient): Promise<string> {
  const directory = bus.service(DirectoryService);
  const agency = { id: AGENCY, name: 'Cabinet des Essais' };
  const user = { id: 'u1', name: 'Claire Moreau', role: Role.ADMINISTRATOR, ...ADMINISTRATOR };
  await directory.publish({ agencyId: AGENCY, agency, users: [user] }, { timeoutMs: 60_000 });
  const { token } = await directory.signIn(ADMINISTRATOR);
  const made = await bus
    .service(ApiKeysService)
    .createApiKey({ token, name: 'Banc', scopes: [ApiScope.BASE_WRITE] });
  return made.shownOnce;
}
