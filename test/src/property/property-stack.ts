import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { MovableClock } from '@intervia/clock';
import { ActorKind, DirectoryService, PropertyFilesService } from '@intervia/contracts';
import { DraftsService, RegisterService } from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient, EventFeed, MessagingModule, NATS_CONNECTION } from '@intervia/messaging';
import { eventually, freePort } from '@intervia/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { NestFactory } from '@nestjs/core';

export const AGENCY = 'a1';

export type PropertyService = 'directory' | 'property-wizards';

export interface PropertyServers {
  readonly nats: string;
  /** Each may come to its database by a way of its own. */
  readonly mongo: Readonly<Record<PropertyService, string>>;
  readonly folder: string;
}

/** What makes a mandate, a tenant or a unit, and nothing else: the two services in processes of their own. */
export interface PropertyStack {
  readonly drafts: ServiceClient<typeof DraftsService>;
  readonly files: ServiceClient<typeof PropertyFilesService>;
  readonly directory: ServiceClient<typeof DirectoryService>;
  readonly register: ServiceClient<typeof RegisterService>;
  readonly feed: EventFeed;
  readonly clock: MovableClock;
  /** Its process ends at once, with all that it was doing. */
  kill(service: PropertyService): void;
  /** After a kill: the same service again, on the same data. */
  restart(service: PropertyService): Promise<void>;
  /** One process more of a service, beside those that run. */
  addReplica(service: PropertyService): void;
  /** The gateway before the two. @returns its address */
  addGateway(): Promise<string>;
  pids(): Readonly<Record<PropertyService, number>>;
  stop(): Promise<void>;
}

const GATEWAY = new URL('../../../gateway/dist/main.js', import.meta.url);
const mainOf = (service: PropertyService): URL =>
  new URL(`../../../services/${service}/dist/main.js`, import.meta.url);

export async function startPropertyStack(servers: PropertyServers): Promise<PropertyStack> {
  const common = {
    NATS_URL: servers.nats,
    FILES_DIR: servers.folder,
    CLOCK: 'movable',
    LOG_LEVEL: 'error',
    HEALTH_PORT: '0',
  };
  const spawn = (service: PropertyService): ChildProcess =>
    fork(mainOf(service), {
      execArgv: [],
      env: { ...process.env, ...common, MONGODB_URI: servers.mongo[service], MONGODB_DB: NAMES[service] },
    });
  const others: ChildProcess[] = [];
  const running = new Map<PropertyService, ChildProcess>(
    (['directory', 'property-wizards'] as const).map((service) => [service, spawn(service)]),
  );
  const context = await NestFactory.createApplicationContext(
    MessagingModule.forRoot({ service: 'test', natsUrl: servers.nats, clock: 'system' }),
    { logger: false },
  );
  const bus = context.get(BusClient);
  const clock = await MovableClock.connect(context.get<NatsConnection>(NATS_CONNECTION));
  return {
    drafts: bus.service(DraftsService),
    files: bus.service(PropertyFilesService),
    directory: bus.service(DirectoryService),
    register: bus.service(RegisterService),
    feed: context.get(EventFeed),
    clock,
    kill: (service) => void running.get(service)?.kill('SIGKILL'),
    restart: async (service) => {
      const child = running.get(service);
      if (child) await gone(child);
      running.set(service, spawn(service));
    },
    addReplica: (service) => void others.push(spawn(service)),
    addGateway: async () => {
      const port = await freePort();
      const url = `http://127.0.0.1:${String(port)}`;
      const env = { ...process.env, ...common, PORT: String(port), PUBLIC_URL: url };
      others.push(fork(GATEWAY, { execArgv: [], env }));
      await eventually(async () => (await fetch(`${url}/api/session`)).status, {
        what: 'the gateway',
        timeoutMs: 60_000,
      });
      return url;
    },
    pids: () => ({
      directory: running.get('directory')?.pid ?? 0,
      'property-wizards': running.get('property-wizards')?.pid ?? 0,
    }),
    stop: async () => {
      const children = [...running.values(), ...others];
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(children.map(gone));
      await clock.close();
      await context.close();
    },
  };
}

const NAMES: Readonly<Record<PropertyService, string>> = {
  directory: 'directory',
  'property-wizards': 'wizards',
};

/** Where a service keeps its data on a server: beside the database that the address names. */
export const databaseOf = (uri: string, service: PropertyService): string =>
  [/^[^/]+\/\/[^/]+\/([^?]+)/u.exec(uri)?.[1], NAMES[service]].filter(Boolean).join('_');

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

export const caller = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'u1', name: 'Élodie Garnier' } };
