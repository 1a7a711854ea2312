import { Injectable } from '@nestjs/common';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import { Messages } from '../ports/delivery/messages.js';

const PAGE = 500;

/** Puts everything still to be sent back into the queue; what it holds already it ignores. */
@Injectable()
export class RequeuePendingHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
  ) {}

  async execute(): Promise<void> {
    let page = await this.messages.pending(undefined, PAGE);
    while (page.length > 0) {
      await this.queue.add(page);
      page = await this.messages.pending(page.at(-1)?.id, PAGE);
    }
  }
}
