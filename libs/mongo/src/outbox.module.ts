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
  /** For a model registered anywhere in the app with `MongooseModule.forFeature`, with `outboxDefinition` in its schema. */
  static forFeature(modelName: string): DynamicModule {
    return {
      module: OutboxModule,
      providers: [
        {
          provide: OutboxRelay,
          inject: [getConnectionToken(), EventPublisher, Clock],
          useFactory: (connection: Connection, publisher: EventPublisher, clock: Clock) =>
            new OutboxRelay(() => connection.model<OutboxFields>(modelName), publisher, clock),
        },
      ],
      exports: [OutboxRelay],
    };
  }
}
