import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { OPERATOR } from '../nats/users.js';
import { copyFiles } from './copy-files.js';
import { dumpDatabases, restoreDatabases } from './databases.js';
import { dumpStreams, markDurables, restoreStreams } from './streams.js';

export interface Stores {
  readonly mongoUri: string;
  readonly nats: { readonly url: string; readonly password: string };
}

/** What was copied: documents of the databases, streams of facts. */
export interface Copied {
  readonly documents: number;
  readonly streams: readonly string[];
}

async function onBus<T>(
  { url, password }: Stores['nats'],
  work: (bus: NatsConnection) => Promise<T>,
): Promise<T> {
  const bus = await connect({ servers: url.split(','), name: 'backup', user: OPERATOR, pass: password });
  try {
    return await work(bus);
  } finally {
    await bus.close();
  }
}

/**
 * While the platform serves: how far each service has come with the facts, then the databases, then the facts, then the
 * documents. In this order nothing that a database names is missing, and a fact that came meanwhile is delivered again.
 * The folder gets its name once all is in it.
 * @param names of what is copied below `dataDir`
 */
export async function backUp(
  stores: Stores,
  dataDir: string,
  names: readonly string[],
  to: string,
): Promise<Copied> {
  const part = `${to}.part`;
  // What an attempt before this one left is no part of it.
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  const copied = await onBus(stores.nats, async (bus) => {
    const marks = await markDurables(bus);
    const documents = await dumpDatabases(stores.mongoUri, join(part, 'databases'));
    return { documents, streams: await dumpStreams(bus, marks, join(part, 'streams')) };
  });
  await copyFiles(dataDir, part, names);
  await rename(part, to);
  return copied;
}

/** Into stores that hold nothing yet, before any service starts. */
export const restore = (stores: Stores, from: string): Promise<Copied> =>
  onBus(stores.nats, async (bus) => ({
    documents: await restoreDatabases(stores.mongoUri, join(from, 'databases')),
    streams: await restoreStreams(bus, join(from, 'streams')),
  }));
