import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../../domain/notice.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import type { NewNotice } from '../ports/delivery/messages.js';
import { Messages } from '../ports/delivery/messages.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';
import { Administrators } from '../ports/neighbours/administrators.js';
import { messageId } from './message-id.js';

/** A mail to each administrator of an agency about what runs badly. */
@Injectable()
export class TellAdministrators {
  constructor(
    private readonly administrators: Administrators,
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
  ) {}

  /** Once for each key. */
  async execute(agencyId: string, key: string, notice: Notice): Promise<void> {
    const told = await this.administrators.of(agencyId);
    const notices = told.map(({ name, mail }): NewNotice => ({
      id: messageId(key, mail),
      agencyId,
      channel: 'mail',
      recipientName: name,
      addresses: [mail],
      subject: this.renderer.subject(notice),
      notice,
      queuedAt: this.clock.now(),
      status: 'queued',
    }));
    await this.messages.add(notices);
    await this.queue.add(notices.map(({ id }) => ({ id, channel: 'mail', dueInMs: 0 })));
  }
}
