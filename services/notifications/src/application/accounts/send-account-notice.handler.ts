import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { AccountNoticeKind, Notice, ReportNotice } from '../../domain/notice.js';
import { messageId } from '../delivery/message-id.js';
import { DeliveryQueue } from '../ports/delivery/delivery-queue.js';
import { Messages } from '../ports/delivery/messages.js';
import { NoticeRenderer } from '../ports/delivery/notice-renderer.js';

/** A mail to somebody about the own account, or what somebody asked for, once however often it is asked for. */
@Injectable()
export class SendAccountNoticeHandler {
  constructor(
    private readonly messages: Messages,
    private readonly queue: DeliveryQueue,
    private readonly renderer: NoticeRenderer,
    private readonly clock: Clock,
  ) {}

  async execute(
    requestId: string,
    agencyId: string,
    mail: string,
    notice: Extract<Notice, { kind: AccountNoticeKind }> | ReportNotice,
  ): Promise<void> {
    const id = messageId(`account|${requestId}`, mail);
    await this.messages.add([
      {
        id,
        agencyId,
        channel: 'mail',
        recipientName: notice.name,
        addresses: [mail],
        subject: this.renderer.subject(notice),
        notice,
        queuedAt: this.clock.now(),
        status: 'queued',
      },
    ]);
    await this.queue.add([{ id, channel: 'mail', dueInMs: 0 }]);
  }
}
