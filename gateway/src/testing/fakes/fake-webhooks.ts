import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { WebhooksService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = WebhooksService;

const AGENCY = 'a';
/** A webhook of agency `a`, and one of its deliveries. */
export const WEBHOOK = 'webhook-a';
const DELIVERY = 'msg_a';

/** Webhooks of agency `a`. */
@Controller()
export class FakeWebhooks {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.listWebhooks)
  async list(
    @Payload() request: proto.ListWebhooksRequest,
  ): Promise<MessageInitShape<typeof proto.ListWebhooksResponseSchema>> {
    this.state.note('listWebhooks', request);
    return { webhooks: request.caller?.agencyId === AGENCY ? [{ id: WEBHOOK }] : [] };
  }

  @RpcMethod(method.createWebhook)
  async create(
    @Payload() request: proto.CreateWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.CreateWebhookResponseSchema>> {
    this.state.note('createWebhook', request);
    return { webhook: { id: WEBHOOK, url: request.url }, shownOnce: 'whsec_AAAA' };
  }

  @RpcMethod(method.pauseWebhook)
  async pause(
    @Payload() request: proto.PauseWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.PauseWebhookResponseSchema>> {
    this.find('pauseWebhook', request);
    return { webhook: { id: WEBHOOK } };
  }

  @RpcMethod(method.deleteWebhook)
  async remove(
    @Payload() request: proto.DeleteWebhookRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteWebhookResponseSchema>> {
    this.find('deleteWebhook', request);
    return {};
  }

  @RpcMethod(method.listWebhookDeliveries)
  async journal(
    @Payload() request: proto.ListWebhookDeliveriesRequest,
  ): Promise<MessageInitShape<typeof proto.ListWebhookDeliveriesResponseSchema>> {
    this.find('listWebhookDeliveries', request);
    return { deliveries: [{ id: DELIVERY }] };
  }

  @RpcMethod(method.replayWebhookDelivery)
  async replay(
    @Payload() request: proto.ReplayWebhookDeliveryRequest,
  ): Promise<MessageInitShape<typeof proto.ReplayWebhookDeliveryResponseSchema>> {
    this.find('replayWebhookDelivery', request);
    return { delivery: { id: request.deliveryId } };
  }

  private find(
    call: string,
    request:
      | proto.PauseWebhookRequest
      | proto.DeleteWebhookRequest
      | proto.ListWebhookDeliveriesRequest
      | proto.ReplayWebhookDeliveryRequest,
  ): void {
    this.state.note(call, request);
    const isOurs = request.caller?.agencyId === AGENCY && request.webhookId === WEBHOOK;
    if (!isOurs) throw new AppError('WEBHOOK_NOT_FOUND', 'not-found');
  }
}
