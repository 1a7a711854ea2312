import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { verdictOn } from '../../domain/webhooks/webhook.js';
import { Secrets } from '../ports/accounts/secrets.js';
import type { Delivery } from '../ports/webhooks/deliveries.js';
import { Deliveries } from '../ports/webhooks/deliveries.js';
import { WebhookTransport } from '../ports/webhooks/webhook-transport.js';
import type { Webhook } from '../ports/webhooks/webhooks.js';
import { WebhookNotFound, Webhooks } from '../ports/webhooks/webhooks.js';
import { secretPlace } from './administer-webhooks.handler.js';
import { WarnOfWebhook } from './warn-of-webhook.js';

/** One attempt of one delivery. */
@Injectable()
export class DeliverWebhookHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
    private readonly transport: WebhookTransport,
    private readonly secrets: Secrets,
    private readonly warn: WarnOfWebhook,
    private readonly clock: Clock,
  ) {}

  /** @returns when to come back to it; never when its work is over */
  async execute(id: string): Promise<number | undefined> {
    const now = this.clock.now();
    const delivery = await this.deliveries.claim(id, now);
    if (!delivery) return this.waitOf(id, now);
    const webhook = await this.find(delivery);
    // What is paused or disabled keeps what waits; letting it go on wakes it.
    if (webhook?.state !== 'active') return this.putToSleep(delivery);
    const heldUntil = webhook.heldUntil;
    if (heldUntil && heldUntil > now && delivery.attempts === 0) {
      await this.deliveries.postpone(delivery, heldUntil);
      return heldUntil.getTime() - now.getTime();
    }
    return this.attempt(webhook, delivery);
  }

  private async attempt(webhook: Webhook, delivery: Delivery): Promise<number | undefined> {
    const { agencyId, id, url } = webhook;
    const secret = this.secrets.open(webhook.secret, secretPlace(agencyId, id));
    const { body, id: webhookId } = delivery;
    const attempted = await this.transport.post({ id: webhookId, url, body, secret, at: new Date() });
    const at = this.clock.now();
    const verdict = verdictOn(attempted, delivery.attempts + 1);
    const waitMs = verdict.state === 'pending' ? verdict.againInMs : 0;
    const dueAt = new Date(at.getTime() + waitMs);
    // Told and disabled before it is written down: a crash in between makes another attempt, and loses no warning.
    if (verdict.state === 'failed') {
      await this.warn.execute(webhook, at, attempted.fault === 'gone');
      await this.webhooks.disable(agencyId, id);
    }
    if (verdict.state === 'delivered') await this.webhooks.noteArrival(agencyId, id, at);
    else await this.webhooks.noteFailure(agencyId, id, at, dueAt);
    await this.deliveries.settle(delivery, { ...attempted, state: verdict.state, at, dueAt });
    return verdict.state === 'pending' ? waitMs : undefined;
  }

  /** @returns at once, where it was let go on in this very moment */
  private async putToSleep(delivery: Delivery): Promise<number | undefined> {
    await this.deliveries.putToSleep(delivery);
    if ((await this.find(delivery))?.state !== 'active') return undefined;
    await this.deliveries.wake(delivery.agencyId, delivery.webhookId, this.clock.now());
    return 0;
  }

  /** Another worker has it, or it is not its time. */
  private async waitOf(id: string, now: Date): Promise<number | undefined> {
    const known = await this.deliveries.get(id);
    if (known?.state !== 'pending') return undefined;
    return Math.max(SOON_MS, known.dueAt.getTime() - now.getTime());
  }

  private async find({ agencyId, webhookId }: Delivery): Promise<Webhook | undefined> {
    try {
      return await this.webhooks.get(agencyId, webhookId);
    } catch (error) {
      if (error instanceof WebhookNotFound) return undefined;
      throw error;
    }
  }
}

const SOON_MS = 5_000;
