import { Clock } from '@intervia/clock';
import { EventPublisher } from '@intervia/messaging';
import { METRICS, Metrics } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { OutboxRelay } from './outbox-relay.js';
import type { OutboxFields } from './outbox.js';

/** By the partial index that holds only what waits. */
async function oldest(model: Model<OutboxFields>, clock: Clock) {
  const waiting = await model
    .findOne({ outboxAt: { $exists: true } }, { outboxAt: 1 })
    .sort({ outboxAt: 1 })
    .lean();
  const seconds = waiting?.outboxAt ? (clock.now().getTime() - waiting.outboxAt.getTime()) / 1_000 : 0;
  return [{ labels: { collection: model.collection.name }, value: Math.max(0, seconds) }];
}

@Module({})
export class OutboxModule {
  /**
   * One a collection that carries events: an app that has several gives each relay a class of its own, the token.
   * For a model registered anywhere in the app with `MongooseModule.forFeature`, with `outboxDefinition` in its
   * schema.
   */
  static forFeature(modelName: string, relay: typeof OutboxRelay = OutboxRelay): DynamicModule {
    return {
      module: OutboxModule,
      providers: [
        {
          provide: relay,
          inject: [getConnectionToken(), EventPublisher, Clock, { token: Metrics, optional: true }],
          useFactory: (
            connection: Connection,
            publisher: EventPublisher,
            clock: Clock,
            metrics?: Metrics,
          ) => {
            const model = () => connection.model<OutboxFields>(modelName);
            metrics?.watch(METRICS.outboxOldest, () => oldest(model(), clock));
            return new relay(model, publisher, clock);
          },
        },
      ],
      exports: [relay],
    };
  }
}
