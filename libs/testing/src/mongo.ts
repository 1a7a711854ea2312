import { randomUUID } from 'node:crypto';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './ports.js';
import { startServer } from './process-server.js';

export interface MongoServer {
  /** Names a database of its own: callers share nothing. */
  uri: string;
  stop(): Promise<void>;
}

/** MONGODB_URI, else a `mongod` on the PATH, else the engine of the house, in this order as everywhere. */
export async function startMongo(): Promise<MongoServer> {
  const { MONGODB_URI } = process.env;
  if (MONGODB_URI) return { uri: withDatabase(MONGODB_URI), stop: async () => undefined };
  return (await isOnPath('mongod')) ? startMongod() : startEmbedded();
}

/**
 * Servers forget what expired by the machine's clock; what a test keeps is of its own clock, and stays. The longest that a
 * timer takes, in milliseconds.
 */
const NEVER_MS = 2 ** 31 - 1;

async function startMongod(): Promise<MongoServer> {
  const server = await startServer({
    command: 'mongod',
    args: (port, dataDir) => [
      ...['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dataDir],
      ...['--setParameter', 'ttlMonitorEnabled=false'],
    ],
  });
  return { uri: withDatabase(`mongodb://127.0.0.1:${server.port}`), stop: server.stop };
}

async function startEmbedded(): Promise<MongoServer> {
  const { startEmbeddedMongo } = await import('@intervia/embedded-mongo');
  const dataDir = await mkdtemp(join(tmpdir(), 'intervia-embedded-mongo-'));
  const server = await startEmbeddedMongo({
    dataDir,
    port: await freePort(),
    maintenanceMs: NEVER_MS,
    // A database of a test's own, with nothing in it that is anybody's.
    access: 'open',
  });
  return {
    uri: withDatabase(server.uri),
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address with a database of its own, so that a second run meets nothing of the first. Not through URL: a replica set's address lists several hosts. */
export function withDatabase(uri: string): string {
  const [, server = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  const database = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  // A database in the path would be where the user is looked for.
  const needsSource = server.includes('@') && !query.includes('authSource=');
  return `${server}/${database}${query}${needsSource ? `${query ? '&' : '?'}authSource=admin` : ''}`;
}

async function isOnPath(command: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, command), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
