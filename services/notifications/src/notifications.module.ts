import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule, OutboxModule } from '@intervia/mongo';
import { HealthRegistry, ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { BullmqDeliveryQueue } from './adapters/bullmq/bullmq-delivery-queue.js';
import { DeliveryWorkers } from './adapters/bullmq/delivery-workers.js';
import { MessageRepository } from './adapters/mongo/message.repository.js';
import { MESSAGE, messageSchema } from './adapters/mongo/message.schema.js';
import { WORDING, wordingSchema } from './adapters/mongo/wording.schema.js';
import { NatsAgencies } from './adapters/nats/nats-agencies.js';
import { TemplatesController } from './adapters/nats/templates.controller.js';
import { NotificationsController } from './adapters/nats/notifications.controller.js';
import { TicketEventsController } from './adapters/nats/ticket-events.controller.js';
import { OvhSmsTransport } from './adapters/ovh-sms/ovh-sms.transport.js';
import { SmtpMailTransport } from './adapters/smtp/smtp-mail.transport.js';
import { Channels, MailDelivery, SmsDelivery } from './application/channels.js';
import { DeliverMessageHandler } from './application/deliver-message.handler.js';
import { ListMessagesQuery } from './application/list-messages.query.js';
import { Agencies } from './application/ports/agencies.js';
import { DeliveryQueue } from './application/ports/delivery-queue.js';
import { Messages } from './application/ports/messages.js';
import { MailTransport, SmsTransport } from './application/ports/transports.js';
import { RequeuePendingHandler } from './application/requeue-pending.handler.js';
import type { NotificationsEnv } from './notifications.env.js';
import { templateProviders } from './templates.providers.js';

export const SERVICE = 'notifications';

const useCases = [
  DeliverMessageHandler,
  RequeuePendingHandler,
  ListMessagesQuery,
  MailDelivery,
  SmsDelivery,
  Channels,
];

function adapters(env: NotificationsEnv) {
  const ovh = {
    host: env.OVH_HOST,
    port: env.OVH_PORT,
    basePath: env.OVH_BASE_PATH,
    appKey: env.OVH_APP_KEY,
    appSecret: env.OVH_APP_SECRET,
    consumerKey: env.OVH_CONSUMER_KEY,
    service: env.OVH_SMS_SERVICE,
  };
  return [
    { provide: Messages, useClass: MessageRepository },
    { provide: Agencies, useClass: NatsAgencies },
    {
      provide: MailTransport,
      useFactory: () => new SmtpMailTransport({ url: env.SMTP_URL, from: env.SMTP_FROM }),
    },
    { provide: SmsTransport, useFactory: () => new OvhSmsTransport(ovh) },
    { provide: DeliveryQueue, useFactory: () => new BullmqDeliveryQueue(env.REDIS_URL) },
    {
      provide: DeliveryWorkers,
      inject: [DeliverMessageHandler, RequeuePendingHandler, HealthRegistry],
      useFactory: (deliver: DeliverMessageHandler, requeue: RequeuePendingHandler, health: HealthRegistry) =>
        new DeliveryWorkers(env.REDIS_URL, deliver, requeue, health),
    },
  ];
}

@Module({})
export class NotificationsModule {
  static forRoot(env: NotificationsEnv): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        MongooseModule.forFeature([
          { name: MESSAGE, schema: messageSchema },
          { name: WORDING, schema: wordingSchema },
        ]),
        InboxModule.forRoot(),
        OutboxModule.forFeature(MESSAGE),
      ],
      controllers: [TicketEventsController, NotificationsController, TemplatesController],
      providers: [...useCases, ...adapters(env), ...templateProviders(env)],
    };
  }
}
