import { HealthRegistry, Metrics } from '@intervia/observability';
import { Clock, MovableClock, SystemClock } from '@intervia/clock';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, PermissionViolationError } from '@nats-io/transport-node';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module, Optional } from '@nestjs/common';
import { BusClient } from './rpc/bus-client.js';
import { DeadLetters } from './events/dead-letters.js';
import { BusMeter } from './meters.js';
import { EventFeed } from './events/event-feed.js';
import { EventPublisher, JetStreamPublisher } from './events/event-publisher.js';
import { ensureStreams } from './events/streams.js';
import { inboxPrefix } from './subjects.js';
import { setTimeout as delay } from 'node:timers/promises';

export interface MessagingOptions {
  service: string;
  natsUrl: string;
  user?: string;
  password?: string;
  /** Of the authority that signed the server's certificate; absent: no TLS. */
  caFile?: string;
  clock: 'system' | 'movable';
}

/** The part of an app's env class that the bus needs. */
export interface MessagingEnv {
  NATS_URL: string;
  NATS_USER?: string;
  NATS_PASSWORD?: string;
  NATS_CA?: string;
  CLOCK: 'system' | 'movable';
}

export const NATS_CONNECTION = Symbol('NATS_CONNECTION');
const JETSTREAM_CLIENT = Symbol('JETSTREAM_CLIENT');
const JETSTREAM_MANAGER = Symbol('JETSTREAM_MANAGER');

@Module({})
export class MessagingModule implements OnApplicationShutdown {
  constructor(
    @Inject(NATS_CONNECTION) private readonly connection: NatsConnection,
    private readonly clock: Clock,
    readonly meter: BusMeter,
    @Optional() readonly health?: HealthRegistry,
  ) {
    health?.register('nats', () => connection.flush());
  }

  static forService(service: string, env: MessagingEnv): DynamicModule {
    const {
      NATS_URL: natsUrl,
      NATS_USER: user,
      NATS_PASSWORD: password,
      NATS_CA: caFile,
      CLOCK: clock,
    } = env;
    return MessagingModule.forRoot({ service, natsUrl, user, password, caFile, clock });
  }

  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: NATS_CONNECTION, useFactory: () => connectTo(options) },
        {
          provide: JETSTREAM_MANAGER,
          inject: [NATS_CONNECTION],
          useFactory: async (connection: NatsConnection) => {
            const manager = await jetstreamManager(connection);
            await untilShaped(manager);
            return manager;
          },
        },
        {
          provide: JETSTREAM_CLIENT,
          inject: [NATS_CONNECTION, JETSTREAM_MANAGER],
          useFactory: (connection: NatsConnection) => jetstream(connection),
        },
        {
          provide: Clock,
          inject: [NATS_CONNECTION],
          useFactory: (connection: NatsConnection) =>
            options.clock === 'movable' ? MovableClock.connect(connection) : new SystemClock(),
        },
        {
          provide: BusMeter,
          inject: [{ token: Metrics, optional: true }],
          useFactory: (metrics?: Metrics) => new BusMeter(metrics),
        },
        {
          provide: BusClient,
          inject: [NATS_CONNECTION, BusMeter],
          useFactory: (connection: NatsConnection, meter: BusMeter) => new BusClient(connection, meter),
        },
        {
          provide: EventPublisher,
          inject: [JETSTREAM_CLIENT],
          useFactory: (stream: JetStreamClient) => new JetStreamPublisher(stream),
        },
        {
          provide: EventFeed,
          inject: [NATS_CONNECTION, JETSTREAM_MANAGER],
          useFactory: (connection: NatsConnection, manager: JetStreamManager) =>
            new EventFeed(connection, manager),
        },
        {
          provide: DeadLetters,
          inject: [NATS_CONNECTION, JETSTREAM_CLIENT, JETSTREAM_MANAGER],
          useFactory: (connection: NatsConnection, stream: JetStreamClient, manager: JetStreamManager) =>
            new DeadLetters(connection, stream, manager),
        },
      ],
      exports: [NATS_CONNECTION, Clock, BusClient, EventPublisher, EventFeed, DeadLetters],
    };
  }

  /** Nest runs this after the transports were closed, so that replies of running handlers still leave. */
  async onApplicationShutdown(): Promise<void> {
    if (this.clock instanceof MovableClock) await this.clock.close();
    await this.connection.close();
  }
}

const SHAPE_RETRY_MS = 500;

/** A service may only look at the streams, and waits for the operator to make them; without users it makes its own. */
async function untilShaped(manager: JetStreamManager): Promise<void> {
  for (;;) {
    try {
      return await ensureStreams(manager);
    } catch (error) {
      if (!isRefused(error)) throw error;
      await delay(SHAPE_RETRY_MS);
    }
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof PermissionViolationError || (error instanceof Error && isRefused(error.cause));

function connectTo({ service, natsUrl, user, password, caFile }: MessagingOptions): Promise<NatsConnection> {
  return connect({
    servers: natsUrl.split(','),
    name: service,
    user,
    pass: password,
    // Nobody else may read what is answered to this user: see deploy/nats/users.conf.
    ...(user === undefined ? {} : { inboxPrefix: inboxPrefix(user) }),
    ...(caFile ? { tls: { caFile } } : {}),
    // A service outlives any outage of its server.
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    // A stack captured per request costs more than the request.
    noAsyncTraces: true,
  });
}
