import { Clock } from '@intervia/clock';
import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Secrets } from '../ports/accounts/secrets.js';
import type { Delivery, DeliveryPage } from '../ports/webhooks/deliveries.js';
import { Deliveries } from '../ports/webhooks/deliveries.js';
import { WebhookQueue } from '../ports/webhooks/webhook-queue.js';
import { WebhookTransport } from '../ports/webhooks/webhook-transport.js';
import type { Webhook } from '../ports/webhooks/webhooks.js';
import { Webhooks } from '../ports/webhooks/webhooks.js';

const MOST_WEBHOOKS = 10;

class TooManyWebhooks extends AppError {
  constructor() {
    super('TOO_MANY_WEBHOOKS', 'conflict', { max: String(MOST_WEBHOOKS) });
  }
}

export interface NewWebhook {
  readonly agencyId: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly createdBy: string;
}

export interface ListedWebhook extends Webhook {
  readonly pending: number;
}

/** What an administrator does with the agency's webhooks. */
@Injectable()
export class AdministerWebhooksHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
    private readonly transport: WebhookTransport,
    private readonly secrets: Secrets,
    private readonly queue: WebhookQueue,
    private readonly clock: Clock,
  ) {}

  async list(agencyId: string): Promise<readonly ListedWebhook[]> {
    return Promise.all((await this.webhooks.list(agencyId)).map((webhook) => this.listed(webhook)));
  }

  /** @returns with the secret, which is not shown again. @throws TooManyWebhooks, SecretsNotConfigured, and those of `check` */
  async create({ agencyId, ...asked }: NewWebhook): Promise<{ webhook: ListedWebhook; shownOnce: string }> {
    if ((await this.webhooks.list(agencyId)).length >= MOST_WEBHOOKS) throw new TooManyWebhooks();
    await this.transport.check(asked.url);
    const id = randomUUID();
    const shownOnce = this.transport.newSecret();
    const secret = this.secrets.seal(shownOnce, secretPlace(agencyId, id));
    const webhook: Webhook = {
      ...asked,
      ...{ id, agencyId, secret },
      state: 'active',
      createdAt: this.clock.now(),
    };
    await this.webhooks.add(webhook);
    return { webhook: { ...webhook, pending: 0 }, shownOnce };
  }

  /** @throws WebhookNotFound */
  async pause(agencyId: string, id: string, isPaused: boolean): Promise<ListedWebhook> {
    const webhook = await this.webhooks.setState(agencyId, id, isPaused ? 'paused' : 'active');
    if (!isPaused) await this.goOn(agencyId, id);
    return this.listed(webhook);
  }

  /** @throws WebhookNotFound */
  async remove(agencyId: string, id: string): Promise<void> {
    await this.webhooks.remove(agencyId, id);
    await this.deliveries.removeOf(agencyId, id);
  }

  /** @throws WebhookNotFound */
  async journal(agencyId: string, id: string, limit: number, cursor: string): Promise<DeliveryPage> {
    await this.webhooks.get(agencyId, id);
    return this.deliveries.list(agencyId, id, limit, cursor);
  }

  /** @throws WebhookDeliveryNotFound */
  async replay(agencyId: string, webhookId: string, id: string): Promise<Delivery> {
    const delivery = await this.deliveries.replay(agencyId, webhookId, id, this.clock.now());
    await this.queue.hurry([id]);
    return delivery;
  }

  private async goOn(agencyId: string, id: string): Promise<void> {
    await this.queue.hurry(await this.deliveries.wake(agencyId, id, this.clock.now()));
  }

  private async listed(webhook: Webhook): Promise<ListedWebhook> {
    return { ...webhook, pending: await this.deliveries.countPending(webhook.agencyId, webhook.id) };
  }
}

/** A sealed secret opens in its own webhook only. */
export const secretPlace = (agencyId: string, id: string): string => `webhook:${agencyId}:${id}`;
