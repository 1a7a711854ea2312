import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { MovableClock } from '@intervia/clock';
import { ActorKind, TicketsService } from '@intervia/contracts';
import {
  BusClient,
  EventFeed,
  EventPublisher,
  MessagingModule,
  NATS_CONNECTION,
  type ServiceClient,
} from '@intervia/messaging';
import { eventually, freePort, startNats } from '@intervia/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { NestFactory } from '@nestjs/core';
import { MongoClient, type Collection } from 'mongodb';
import { endNode, spawnNode } from '../child.js';
import type { StoredTicket } from './stored-ticket.js';

const SERVICE = new URL('../../../../services/tickets/dist/main.js', import.meta.url);
const DATABASE = 'bench_tickets';
/** A commit of a thousand seeded tickets may keep a busy disk longer than the driver waits for a sign of life. */
const PATIENCE_MS = 120_000;

/** Nothing but the tickets service, so that what is measured is its own: NATS, the database, and its replicas. */
export interface TicketsStack {
  readonly tickets: ServiceClient<typeof TicketsService>;
  readonly stored: Collection<StoredTicket>;
  readonly feed: EventFeed;
  readonly publisher: EventPublisher;
  readonly clock: MovableClock;
  startReplica(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

export async function startTicketsStack(): Promise<TicketsStack> {
  const nats = await startNats();
  const database = await spawnNode(new URL('../database.js', import.meta.url), {});
  const uri = database.ready as string;
  const env = {
    NATS_URL: nats.url,
    MONGODB_URI: uri,
    MONGODB_DB: DATABASE,
    CLOCK: 'movable',
    LOG_LEVEL: 'warn',
  };
  const replicas: ChildProcess[] = [];
  const startReplica = async (): Promise<ChildProcess> => {
    const port = await freePort();
    const replica = fork(SERVICE, { env: { ...process.env, ...env, HEALTH_PORT: String(port) } });
    replicas.push(replica);
    const isHealthy = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        ({ ok }) => ok || undefined,
        () => undefined,
      );
    await eventually(isHealthy, { what: 'a healthy replica', timeoutMs: 60_000 });
    return replica;
  };
  const messaging = MessagingModule.forRoot({ service: 'bench', natsUrl: nats.url, clock: 'system' });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const connection = context.get<NatsConnection>(NATS_CONNECTION);
  const clock = await MovableClock.connect(connection);
  const client = await MongoClient.connect(uri, { connectTimeoutMS: PATIENCE_MS });
  return {
    tickets: context.get(BusClient).service(TicketsService),
    // A service's database stands behind the one that the address names.
    stored: client.db(`${client.options.dbName}_${DATABASE}`).collection<StoredTicket>('tickets'),
    feed: context.get(EventFeed),
    publisher: context.get(EventPublisher),
    clock,
    startReplica,
    stop: async () => {
      await Promise.all(replicas.map((replica) => endNode(replica, 'SIGTERM')));
      await clock.close();
      await client.close();
      await context.close();
      await database.stop();
      await nats.stop();
    },
  };
}

export const byUser = (agencyId: string, id = 'user-1') => ({
  agencyId,
  actor: { kind: ActorKind.USER, id, name: 'Claire Moreau' },
});
