import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { BusServer } from './bus-server.js';
import { DeadLetters } from '../events/dead-letters.js';
import { JetStreamServer } from '../events/jetstream-server.js';
import { tellHealth } from './health.js';
import { MessagingModule, NATS_CONNECTION } from '../messaging.module.js';

export interface ListenOptions {
  /** Queue group of the RPCs and prefix of the durable consumers. */
  service: string;
  /** Whether the app consumes events. */
  events?: boolean;
  /** Pauses between the tries of a failing event; tests shorten them. */
  backoffMs?: readonly number[];
}

/**
 * Starts to answer RPCs and, if asked, to consume events, on the app's own NATS connection.
 * The app is initialised first: nothing is handled before its bootstrap hooks have run.
 */
export async function listen(app: INestApplication, options: ListenOptions): Promise<void> {
  const connection = app.get<NatsConnection>(NATS_CONNECTION);
  const { health, meter } = app.get(MessagingModule);
  const answers = new BusServer(connection, options.service, meter);
  app.connectMicroservice<MicroserviceOptions>({ strategy: answers });
  if (options.events) {
    const manager = await jetstreamManager(connection);
    const { service, backoffMs } = options;
    const server = new JetStreamServer(jetstream(connection), manager, {
      service,
      backoffMs,
      health,
      meter,
    });
    app.connectMicroservice<MicroserviceOptions>({ strategy: server });
    app.get(DeadLetters).answer(service, new Logger(DeadLetters.name));
    if (server.handledTwice.size > 0) {
      throw new Error(
        `An event has one handler per service, not two: ${[...server.handledTwice].join(', ')}`,
      );
    }
  }
  if (health) tellHealth(connection, options.service, health);
  await app.init();
  await app.startAllMicroservices();
}
