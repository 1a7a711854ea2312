import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../../domain/notice.js';
import { messageId } from '../delivery/message-id.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { NewNotice } from '../ports/delivery/messages.js';
import { Messages } from '../ports/delivery/messages.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';
import { Administrators } from '../ports/neighbours/administrators.js';
import type { Webhook } from '../ports/webhooks/webhooks.js';

const DAY_LENGTH = 10;

/** Tells the administrators that a webhook was disabled. */
@Injectable()
export class WarnOfWebhook {
  constructor(
    private readonly administrators: Administrators,
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
  ) {}

  /** Once a day at most of each. */
  async execute({ id: webhookId, agencyId, url }: Webhook, at: Date, isGone: boolean): Promise<void> {
    const notice: Notice = { kind: 'webhook-disabled', host: new URL(url).host, isGone, path: '/security' };
    const told = await this.administrators.of(agencyId);
    const warnings = told.map(({ name, mail }): NewNotice => ({
      id: messageId(`webhook|${webhookId}|${at.toISOString().slice(0, DAY_LENGTH)}`, mail),
      agencyId,
      channel: 'mail',
      recipientName: name,
      addresses: [mail],
      subject: this.renderer.subject(notice),
      notice,
      queuedAt: this.clock.now(),
      status: 'queued',
    }));
    await this.messages.add(warnings);
    await this.queue.add(warnings.map(({ id }) => ({ id, channel: 'mail', dueInMs: 0 })));
  }
}
