import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { type Credentials, keysOf } from './access/scram.js';
import { newSession } from './access/session.js';
import type { Engine } from './commands/command.js';
import { Cursors } from './cursors.js';
import { dispatch } from './dispatch.js';
import { Database } from './storage/database.js';
import { tryLockFolder } from './storage/lock.js';
import { removeExpired } from './ttl.js';
import { Connection } from './wire/connection.js';

const MAINTENANCE_MS = 60_000;
const HOST = '127.0.0.1';

export interface EmbeddedMongoOptions {
  readonly dataDir: string;
  /** Who may use it: whoever signs in with these, or, said on purpose, everybody on this machine. */
  readonly access: Credentials | 'open';
  /** 0, the default: a free port. */
  readonly port?: number;
  /** The clock of TTL indexes, `$currentDate` and idle cursors. */
  readonly now?: () => number;
  /** How often expired documents and idle cursors go; a minute. */
  readonly maintenanceMs?: number;
  /** Told of what failed beside the requests, such as the removal of expired documents on a full disk. */
  readonly onTrouble?: (message: string) => void;
}

export interface EmbeddedMongo {
  /** Without the password. */
  readonly uri: string;
  readonly port: number;
  /** What a timer does every minute: expired documents and idle cursors go. */
  maintain(): Promise<void>;
  /** Finishes the requests in hand, syncs and closes. */
  stop(): Promise<void>;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => resolve((server.address() as AddressInfo).port));
  });

export const startEmbeddedMongo = async (options: EmbeddedMongoOptions): Promise<EmbeddedMongo> => {
  const now = options.now ?? Date.now;
  const access = options.access === 'open' ? 'open' : await keysOf(options.access);
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const unlock = tryLockFolder(options.dataDir);
  if (!unlock) throw new Error(`${options.dataDir} is in use by another process`);
  const database = new Database(options.dataDir);
  const engine: Engine = { database, cursors: new Cursors(now), now, access };
  const connections = new Set<Connection>();
  let connectionId = 0;
  const server = createServer((socket) => {
    const session = newSession(++connectionId);
    const connection = new Connection(socket, (request) => dispatch(engine, request, session));
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await database.store.close();
    unlock();
    throw error;
  });
  const maintain = async (): Promise<void> => {
    engine.cursors.forgetIdle();
    await removeExpired(engine);
  };
  const onTrouble = options.onTrouble ?? ((message) => process.stderr.write(`${message}\n`));
  // What could not be done in this minute is tried in the next.
  const minute = (): void => {
    maintain().catch((error: unknown) => onTrouble(`Maintenance failed: ${(error as Error).message}`));
  };
  const timer = setInterval(minute, options.maintenanceMs ?? MAINTENANCE_MS).unref();
  return {
    uri: `mongodb://${HOST}:${port}/?directConnection=true`,
    port,
    maintain,
    stop: async () => {
      clearInterval(timer);
      server.close();
      await Promise.all([...connections].map((connection) => connection.close()));
      await database.store.close();
      unlock();
    },
  };
};
