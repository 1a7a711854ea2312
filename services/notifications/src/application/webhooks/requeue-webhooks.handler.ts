import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { Deliveries } from '../ports/webhooks/deliveries.js';
import { WebhookQueue } from '../ports/webhooks/webhook-queue.js';

const PAGE = 500;

/** Puts everything still to be sent back into the queue; what it holds already it ignores. */
@Injectable()
export class RequeueWebhooksHandler {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly queue: WebhookQueue,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    let page = await this.deliveries.pending(undefined, PAGE, now);
    while (page.length > 0) {
      await this.queue.add(page);
      page = await this.deliveries.pending(page.at(-1)?.id, PAGE, now);
    }
  }
}
