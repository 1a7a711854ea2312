import { FilesModule } from '@intervia/files';
import { MessagingModule } from '@intervia/messaging';
import { DatabaseModule, InboxModule, OutboxModule } from '@intervia/mongo';
import { ObservabilityModule } from '@intervia/observability';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CHANNEL_SETTINGS, channelSettingsSchema } from './adapters/mongo/channel-settings.schema.js';
import { CONVERSATION, conversationSchema } from './adapters/mongo/conversation.schema.js';
import { CREDITS, creditsSchema } from './adapters/mongo/credits.repository.js';
import { DIGEST_PREFERENCE, digestPreferenceSchema } from './adapters/mongo/digest.schema.js';
import { MESSAGE, messageSchema } from './adapters/mongo/messages/message.schema.js';
import { RECEIVED, receivedSchema } from './adapters/mongo/received.repository.js';
import { REVIEW, reviewSchema } from './adapters/mongo/review.schema.js';
import { SENT_TEST, sentTestSchema } from './adapters/mongo/sent-tests.repository.js';
import { FEED_PLACE, feedPlaceSchema } from './adapters/mongo/webhooks/feed-place.repository.js';
import {
  WEBHOOK_DELIVERY,
  webhookDeliverySchema,
} from './adapters/mongo/webhooks/webhook-delivery.schema.js';
import { WEBHOOK, webhookSchema } from './adapters/mongo/webhooks/webhook.repository.js';
import { WORDING, wordingSchema } from './adapters/mongo/wording.schema.js';
import { DeliveryController } from './adapters/nats/delivery.controller.js';
import { NotificationsController } from './adapters/nats/notifications.controller.js';
import { PrivacyController } from './adapters/nats/privacy.controller.js';
import { ReviewsController } from './adapters/nats/reviews.controller.js';
import { TemplatesController } from './adapters/nats/templates.controller.js';
import { TicketEventsController } from './adapters/nats/ticket-events.controller.js';
import { WebhooksController } from './adapters/nats/webhooks.controller.js';
import { answersProviders } from './answers.providers.js';
import { deliveryProviders } from './delivery.providers.js';
import type { NotificationsEnv } from './notifications.env.js';
import { templateProviders } from './templates.providers.js';
import { webhookProviders } from './webhooks.providers.js';

export const SERVICE = 'notifications';

@Module({})
export class NotificationsModule {
  static forRoot(env: NotificationsEnv): DynamicModule {
    return {
      module: NotificationsModule,
      imports: [
        ObservabilityModule.forRoot({ service: SERVICE, healthPort: env.HEALTH_PORT }),
        MessagingModule.forService(SERVICE, env),
        DatabaseModule.forRoot({ uri: env.MONGODB_URI, dbName: env.MONGODB_DB }),
        FilesModule.forRoot({ dir: env.FILES_DIR, clamd: env.CLAMD }),
        MongooseModule.forFeature([
          { name: MESSAGE, schema: messageSchema },
          { name: WORDING, schema: wordingSchema },
          { name: SENT_TEST, schema: sentTestSchema },
          { name: CONVERSATION, schema: conversationSchema },
          { name: REVIEW, schema: reviewSchema },
          { name: RECEIVED, schema: receivedSchema },
          { name: DIGEST_PREFERENCE, schema: digestPreferenceSchema },
          { name: CHANNEL_SETTINGS, schema: channelSettingsSchema },
          { name: CREDITS, schema: creditsSchema },
          { name: WEBHOOK, schema: webhookSchema },
          { name: WEBHOOK_DELIVERY, schema: webhookDeliverySchema },
          { name: FEED_PLACE, schema: feedPlaceSchema },
        ]),
        InboxModule.forRoot(),
        OutboxModule.forFeature(MESSAGE),
      ],
      controllers: [
        TicketEventsController,
        NotificationsController,
        TemplatesController,
        DeliveryController,
        ReviewsController,
        PrivacyController,
        WebhooksController,
      ],
      providers: [
        ...templateProviders(env),
        ...deliveryProviders(env),
        ...answersProviders(env),
        ...webhookProviders(env),
      ],
    };
  }
}
