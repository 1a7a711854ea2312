import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo } from './mongo.js';
import type { MongoServer } from './mongo.js';
import { startNats } from './nats.js';
import type { RunningServer } from './process-server.js';
import { startRedis } from './redis.js';

/** What a service is told of its servers, by the names of its environment. */
export interface StackEnv {
  NATS_URL: string;
  MONGODB_URI: string;
  /** Of this stack alone. */
  MONGODB_DB: string;
  /** Absent: the stack has no Redis. */
  REDIS_URL?: string;
  LOG_LEVEL: 'silent';
}

type Ending = { close(): Promise<unknown> } | { stop(): Promise<unknown> };

export interface Stack {
  readonly env: StackEnv;
  readonly nats: RunningServer;
  readonly mongo: MongoServer;
  readonly redis?: RunningServer;
  /** A folder of its own, gone with it. */
  readonly folder: string;
  /** Whatever is started on it, to be ended before the servers are: the last one first. */
  readonly own: <T extends Ending>(part: T) => T;
}

/** A stack without a database, for who speaks to the bus alone. */
export type BusStack = Pick<Stack, 'nats' | 'folder' | 'own'> & {
  readonly env: Pick<StackEnv, 'NATS_URL' | 'LOG_LEVEL'>;
};

export interface Closing {
  readonly close: () => Promise<void>;
}

/**
 * Real servers, and what `boot` starts on them. `close` ends all of it; a boot that fails leaves nothing running.
 * @example house = await withStack({ redis: true }, async ({ env, own }) => ({ app: own(await bootReporting(envOf(env))) }));
 */
export async function withStack<T extends object>(
  { redis = false }: { redis?: boolean },
  boot: (stack: Stack) => Promise<T>,
): Promise<T & Closing> {
  return withServers(async (folder, own) => {
    const [nats, mongo, queue] = await Promise.all([
      startNats().then(own),
      startMongo().then(own),
      redis ? startRedis().then(own) : undefined,
    ]);
    const env: StackEnv = {
      NATS_URL: nats.url,
      MONGODB_URI: mongo.uri,
      MONGODB_DB: `test_${randomUUID().slice(0, 8)}`,
      ...(queue ? { REDIS_URL: queue.url } : {}),
      LOG_LEVEL: 'silent',
    };
    return boot({ env, nats, mongo, ...(queue ? { redis: queue } : {}), folder, own });
  });
}

/**
 * The same with a bus alone.
 * @param shared another stack's bus, which stays
 */
export async function withBus<T extends object>(
  boot: (stack: BusStack) => Promise<T>,
  shared?: RunningServer,
): Promise<T & Closing> {
  return withServers(async (folder, own) => {
    const nats = shared ?? own(await startNats());
    return boot({ env: { NATS_URL: nats.url, LOG_LEVEL: 'silent' }, nats, folder, own });
  });
}

/** Gives a folder and takes what is started; a start that fails leaves nothing running. */
async function withServers<T extends object>(
  start: (folder: string, own: Stack['own']) => Promise<T>,
): Promise<T & Closing> {
  const parts: Ending[] = [];
  const own = <P extends Ending>(part: P): P => {
    parts.push(part);
    return part;
  };
  const folder = await mkdtemp(join(tmpdir(), 'intervia-test-'));
  const close = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) await ('close' in part ? part.close() : part.stop());
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return Object.assign(await start(folder, own), { close });
  } catch (error) {
    await close();
    throw error;
  }
}
