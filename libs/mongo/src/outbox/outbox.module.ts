import { Clock } from '@intervia/clock';
import { EventPublisher } from '@intervia/messaging';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { OutboxRelay } from './outbox-relay.js';
import type { OutboxFields } from './outbox.js';

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
          inject: [getConnectionToken(), EventPublisher, Clock],
          useFactory: (connection: Connection, publisher: EventPublisher, clock: Clock) =>
            new relay(() => connection.model<OutboxFields>(modelName), publisher, clock),
        },
      ],
      exports: [relay],
    };
  }
}
