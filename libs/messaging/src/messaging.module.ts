import { HealthRegistry } from '@intervia/observability';
import { Clock, MovableClock, SystemClock } from '@intervia/clock';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Module, Optional } from '@nestjs/common';
import { BusClient } from './bus-client.js';
import { DeadLetters } from './dead-letters.js';
import { EventFeed } from './event-feed.js';
import { EventPublisher, JetStreamPublisher } from './event-publisher.js';
import { ensureStreams } from './streams.js';

export interface MessagingOptions {
  service: string;
  natsUrl: string;
  user?: string;
  password?: string;
  clock: 'system' | 'movable';
}

/** The part of an app's env class that the bus needs. */
export interface MessagingEnv {
  NATS_URL: string;
  NATS_USER?: string;
  NATS_PASSWORD?: string;
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
    @Optional() readonly health?: HealthRegistry,
  ) {
    health?.register('nats', () => connection.flush());
  }

  static forService(service: string, env: MessagingEnv): DynamicModule {
    const { NATS_URL: natsUrl, NATS_USER: user, NATS_PASSWORD: password, CLOCK: clock } = env;
    return MessagingModule.forRoot({ service, natsUrl, user, password, clock });
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
            await ensureStreams(manager);
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
          provide: BusClient,
          inject: [NATS_CONNECTION],
          useFactory: (connection: NatsConnection) => new BusClient(connection),
        },
        {
          provide: EventPublisher,
          inject: [JETSTREAM_CLIENT],
          useFactory: (stream: JetStreamClient) => new JetStreamPublisher(stream),
        },
        {
          provide: EventFeed,
          inject: [JETSTREAM_CLIENT],
          useFactory: (stream: JetStreamClient) => new EventFeed(stream),
        },
        {
          provide: DeadLetters,
          inject: [JETSTREAM_CLIENT, JETSTREAM_MANAGER],
          useFactory: (stream: JetStreamClient, manager: JetStreamManager) =>
            new DeadLetters(stream, manager),
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

function connectTo({ service, natsUrl, user, password }: MessagingOptions): Promise<NatsConnection> {
  return connect({
    servers: natsUrl.split(','),
    name: service,
    user,
    pass: password,
    // A service outlives any outage of its server.
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    // A stack captured per request costs more than the request.
    noAsyncTraces: true,
  });
}
