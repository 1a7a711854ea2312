import { create } from '@bufbuild/protobuf';
import { FixedClock } from '@intervia/clock';
import type { WorkOrderAccepted } from '@intervia/contracts';
import { WorkOrderAcceptedSchema } from '@intervia/contracts';
import { ObservabilityModule } from '@intervia/observability';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import { randomUUID } from 'node:crypto';
import { OnEvent } from '../decorators.js';
import { EventPublisher } from '../events/event-publisher.js';
import type { EventMeta, OutgoingEvent } from '../events/events.js';
import { listen } from '../rpc/listen.js';
import { MessagingModule } from '../messaging.module.js';
import { NoHttpAdapter } from '../rpc/no-http-adapter.js';

/** One call of a handler. */
export interface Sight {
  service: string;
  comment: string;
  meta: EventMeta;
}

@Module({})
class Root {}

export interface BootOptions {
  controllers?: (new () => object)[];
  backoffMs?: number[];
}

/** Services that consume `WorkOrderAccepted` on one NATS, what they saw, and how they must behave. */
export class EventHouse {
  readonly seen: Sight[] = [];
  behave: (sight: Sight) => void = () => undefined;
  private readonly apps: INestApplication[] = [];

  private constructor(
    private readonly natsUrl: string,
    readonly raw: NatsConnection,
  ) {}

  static async open(natsUrl: string): Promise<EventHouse> {
    return new EventHouse(natsUrl, await connect({ servers: natsUrl, maxReconnectAttempts: -1 }));
  }

  async boot(service: string, options: BootOptions = {}): Promise<INestApplication> {
    const { controllers = [this.consumerOf(service)], backoffMs } = options;
    const messaging = MessagingModule.forRoot({ service, natsUrl: this.natsUrl, clock: 'system' });
    const observability = ObservabilityModule.forRoot({ service, healthPort: 0 });
    const root = { module: Root, imports: [observability, messaging], controllers };
    const app = await NestFactory.create(root, new NoHttpAdapter(), { logger: false });
    this.apps.push(app);
    await listen(app, { service, events: true, backoffMs });
    return app;
  }

  comments(service: string): string[] {
    return this.seen.filter((one) => one.service === service).map((one) => one.comment);
  }

  /** Ends the services and their history: the next test finds nothing. */
  async clear(): Promise<void> {
    await Promise.all(this.apps.splice(0).map((app) => app.close()));
    const { streams } = await jetstreamManager(this.raw);
    for await (const { config } of streams.list()) await streams.delete(config.name);
    this.seen.length = 0;
    this.behave = () => undefined;
  }

  private consumerOf(service: string): new () => object {
    const see = (sight: Sight): void => {
      this.seen.push(sight);
      this.behave(sight);
    };

    @Controller()
    class Consumer {
      @OnEvent(WorkOrderAcceptedSchema)
      async onAccepted(@Payload() event: WorkOrderAccepted, @Ctx() meta: EventMeta): Promise<void> {
        see({ service, comment: event.comment, meta });
      }
    }
    return Consumer;
  }
}

export function accepted(comment: string, overrides: Partial<OutgoingEvent> = {}): OutgoingEvent {
  return {
    id: randomUUID(),
    agencyId: 'agency-1',
    aggregateId: 'ticket-1',
    occurredAt: FixedClock.at('2026-03-02T08:00:00Z').now(),
    schema: WorkOrderAcceptedSchema,
    message: create(WorkOrderAcceptedSchema, { comment }),
    ...overrides,
  };
}

export const publish = (app: INestApplication, event: OutgoingEvent): Promise<void> =>
  app.get(EventPublisher).publish(event);
