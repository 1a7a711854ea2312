import { EventFeed } from '@intervia/messaging';
import { HealthRegistry, Metrics } from '@intervia/observability';
import { OutsideHosts } from '@intervia/outside';
import type { Provider } from '@nestjs/common';
import { BullmqWebhookQueue, WebhookWorkers } from './adapters/bullmq/bullmq-webhooks.js';
import { FeedPlaceRepository } from './adapters/mongo/webhooks/feed-place.repository.js';
import { WebhookDeliveryRepository } from './adapters/mongo/webhooks/webhook-delivery.repository.js';
import { WebhookRepository } from './adapters/mongo/webhooks/webhook.repository.js';
import { WebhookFeed } from './adapters/nats/webhook-feed.js';
import { SignedHttp } from './adapters/webhooks/signed-http.js';
import { Deliveries } from './application/ports/webhooks/deliveries.js';
import { FeedPlace } from './application/ports/webhooks/feed-place.js';
import { WebhookQueue } from './application/ports/webhooks/webhook-queue.js';
import { WebhookTransport } from './application/ports/webhooks/webhook-transport.js';
import { Webhooks } from './application/ports/webhooks/webhooks.js';
import { AdministerWebhooksHandler } from './application/webhooks/administer-webhooks.handler.js';
import { DeliverWebhookHandler } from './application/webhooks/deliver-webhook.handler.js';
import { RequeueWebhooksHandler } from './application/webhooks/requeue-webhooks.handler.js';
import { SpreadChangeHandler } from './application/webhooks/spread-change.handler.js';
import { WarnOfWebhook } from './application/webhooks/warn-of-webhook.js';
import type { NotificationsEnv } from './notifications.env.js';

/** The module's part that tells programs of what changed. */
export const webhookProviders = (env: NotificationsEnv): Provider[] => [
  AdministerWebhooksHandler,
  SpreadChangeHandler,
  DeliverWebhookHandler,
  RequeueWebhooksHandler,
  WarnOfWebhook,
  { provide: Webhooks, useClass: WebhookRepository },
  { provide: Deliveries, useClass: WebhookDeliveryRepository },
  { provide: FeedPlace, useClass: FeedPlaceRepository },
  {
    provide: WebhookTransport,
    inject: [OutsideHosts],
    useFactory: (hosts: OutsideHosts) => new SignedHttp(hosts),
  },
  { provide: WebhookQueue, useFactory: () => new BullmqWebhookQueue(env.REDIS_URL) },
  {
    provide: WebhookWorkers,
    inject: [DeliverWebhookHandler, RequeueWebhooksHandler, HealthRegistry, Metrics],
    useFactory: (
      deliver: DeliverWebhookHandler,
      requeue: RequeueWebhooksHandler,
      health: HealthRegistry,
      metrics: Metrics,
    ) => new WebhookWorkers(env.REDIS_URL, deliver, requeue, health, metrics),
  },
  {
    provide: WebhookFeed,
    inject: [EventFeed, FeedPlace, SpreadChangeHandler],
    useFactory: (feed: EventFeed, place: FeedPlace, spread: SpreadChangeHandler) =>
      new WebhookFeed(feed, place, spread),
  },
];
