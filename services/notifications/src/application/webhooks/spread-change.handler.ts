import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ToldChange } from '../../domain/webhooks/webhook.js';
import { isToldOf } from '../../domain/webhooks/webhook.js';
import type { NewDelivery } from '../ports/webhooks/deliveries.js';
import { Deliveries } from '../ports/webhooks/deliveries.js';
import { WebhookQueue } from '../ports/webhooks/webhook-queue.js';
import type { Webhook } from '../ports/webhooks/webhooks.js';
import { Webhooks } from '../ports/webhooks/webhooks.js';

/** After these, what was told before is no longer kept. */
const ERASING: ReadonlySet<string> = new Set(['TicketDeleted', 'PersonErased']);

/** Of one change, a delivery for each webhook that asked for it. The same change twice makes them once. */
@Injectable()
export class SpreadChangeHandler {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
    private readonly queue: WebhookQueue,
    private readonly clock: Clock,
  ) {}

  /** @param eventId of the fact on the bus. @returns whether somebody is told */
  async execute(agencyId: string, eventId: string, change: ToldChange): Promise<boolean> {
    const told = (await this.webhooks.list(agencyId)).filter((webhook) => isToldOf(webhook, change));
    if (ERASING.has(change.fact)) await this.deliveries.eraseSubject(agencyId, change.type, change.id);
    const made = told.map((webhook) => deliveryOf(webhook, eventId, change));
    if (made.length === 0) return false;
    await this.deliveries.add(made, this.clock.now());
    // A disabled one keeps its own until an administrator lets it go on.
    const active = new Set(told.filter(({ state }) => state === 'active').map(({ id }) => id));
    const due = made.filter(({ webhookId }) => active.has(webhookId));
    await this.queue.add(due.map(({ id }) => ({ id, dueInMs: 0 })));
    return true;
  }
}

function deliveryOf({ id: webhookId, agencyId }: Webhook, eventId: string, change: ToldChange): NewDelivery {
  const hash = createHash('sha256').update(`${webhookId}\0${eventId}`).digest('hex').slice(0, 32);
  const { type, id: subjectId, fact, at } = change;
  // Standard Webhooks: a type, a moment, the data.
  const body = JSON.stringify({ type: `${type}.${fact}`, timestamp: at, data: change });
  return { id: `msg_${hash}`, agencyId, webhookId, type, fact, subjectId, at: new Date(at), body };
}
