import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { WebhooksService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AdministerWebhooksHandler } from '../../application/webhooks/administer-webhooks.handler.js';
import { toDeliveryProto, toWebhookProto } from './webhook-to-proto.js';

const USUAL_LIMIT = 50;
const HIGHEST_LIMIT = 100;
const { method } = WebhooksService;

/** Webhooks, for whoever administers the agency. */
@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: AdministerWebhooksHandler) {}

  @RpcMethod(method.listWebhooks)
  async list(
    @Payload() { caller }: proto.ListWebhooksRequest,
  ): Promise<MessageInitShape<typeof proto.ListWebhooksResponseSchema>> {
    return { webhooks: (await this.webhooks.list(caller?.agencyId ?? '')).map(toWebhookProto) };
  }

  @RpcMethod(method.createWebhook)
  async create(
    @Payload() { caller, url, types }: proto.CreateWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.CreateWebhookResponseSchema>> {
    const who = { agencyId: caller?.agencyId ?? '', createdBy: caller?.actor?.name ?? '' };
    const { webhook, shownOnce } = await this.webhooks.create({ ...who, url, types });
    return { webhook: toWebhookProto(webhook), shownOnce };
  }

  @RpcMethod(method.pauseWebhook)
  async pause(
    @Payload() { caller, webhookId, paused }: proto.PauseWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.PauseWebhookResponseSchema>> {
    return { webhook: toWebhookProto(await this.webhooks.pause(caller?.agencyId ?? '', webhookId, paused)) };
  }

  @RpcMethod(method.deleteWebhook)
  async remove(
    @Payload() { caller, webhookId }: proto.DeleteWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteWebhookResponseSchema>> {
    await this.webhooks.remove(caller?.agencyId ?? '', webhookId);
    return {};
  }

  @RpcMethod(method.listWebhookDeliveries)
  async journal(
    @Payload() { caller, webhookId, limit, cursor }: proto.ListWebhookDeliveriesRequest,
  ): Promise<MessageInitShape<typeof proto.ListWebhookDeliveriesResponseSchema>> {
    const size = Math.min(limit || USUAL_LIMIT, HIGHEST_LIMIT);
    const page = await this.webhooks.journal(caller?.agencyId ?? '', webhookId, size, cursor);
    return { deliveries: page.deliveries.map(toDeliveryProto), nextCursor: page.nextCursor };
  }

  @RpcMethod(method.replayWebhookDelivery)
  async replay(
    @Payload() { caller, webhookId, deliveryId }: proto.ReplayWebhookDeliveryRequest,
  ): Promise<MessageInitShape<typeof proto.ReplayWebhookDeliveryResponseSchema>> {
    const delivery = await this.webhooks.replay(caller?.agencyId ?? '', webhookId, deliveryId);
    return { delivery: toDeliveryProto(delivery) };
  }
}
