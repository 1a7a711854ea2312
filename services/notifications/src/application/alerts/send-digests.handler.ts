import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../../domain/notice.js';
import { nextDigestAt } from './digest-time.js';
import { messageId } from '../delivery/message-id.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { DueDigest } from '../ports/delivery/digests.js';
import { Digests } from '../ports/delivery/digests.js';
import { Messages } from '../ports/delivery/messages.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';

/** More wait for the next day; a mail of more is read by nobody. */
const LONGEST = 300;

/**
 * Each alert goes into exactly one digest, without a lock: the digest of a moment has one id, whoever inserts it first decides
 * on its entries, and only these are taken out of the alerts that wait. The next moment comes after that.
 */
@Injectable()
export class SendDigestsHandler {
  constructor(
    private readonly digests: Digests,
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    for (const due of await this.digests.due(now)) {
      await this.send(due, now);
      await this.digests.advance(due, due.digest ? nextDigestAt(now, due.hour) : undefined);
    }
  }

  private async send({ agencyId, userId, dueAt }: DueDigest, now: Date): Promise<void> {
    const id = messageId(`digest|${agencyId}|${userId}`, dueAt.toISOString());
    const { entries, recipientName, addresses } = await this.digests.collected(agencyId, userId, LONGEST);
    if (entries.length > 0) {
      const notice: Notice = { kind: 'digest', entries };
      const subject = this.renderer.subject(notice);
      const message = { id, agencyId, channel: 'mail' as const, recipientName, addresses, subject, notice };
      await this.messages.add([{ ...message, queuedAt: now, status: 'queued' }]);
    }
    const written = await this.digests.entriesOf(id);
    if (written.length === 0) return;
    await this.digests.markDigested(
      written.map((entry) => entry.messageId),
      id,
    );
    await this.queue.add([{ id, channel: 'mail', dueInMs: 0 }]);
  }
}
