import { Injectable } from '@nestjs/common';
import type { Message, NoticeMessage, Outcome } from '../../domain/message.js';
import type { JournalHandOver } from '../delivery/journal-hand-over.js';
import { MailDelivery } from '../delivery/mail-delivery.js';
import { NoticeDelivery } from '../delivery/notice-delivery.js';
import { SmsDelivery } from '../delivery/sms-delivery.js';

interface ChannelDelivery {
  deliver(message: Message, handOver: JournalHandOver): Promise<Outcome>;
}

/** One way of delivering per channel. */
@Injectable()
export class Channels {
  private readonly deliveries: Readonly<Record<Message['channel'], ChannelDelivery>>;

  constructor(
    mail: MailDelivery,
    sms: SmsDelivery,
    private readonly notices: NoticeDelivery,
  ) {
    this.deliveries = { mail, sms };
  }

  deliver(message: Message | NoticeMessage, handOver: JournalHandOver): Promise<Outcome> {
    if ('notice' in message) return this.notices.deliver(message, handOver);
    return this.deliveries[message.channel].deliver(message, handOver);
  }
}
