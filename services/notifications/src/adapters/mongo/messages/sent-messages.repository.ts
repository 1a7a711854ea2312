import { Clock } from '@intervia/clock';
import { OutboxRelay, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { WithReceipts } from '../../../application/ports/delivery/sent-messages.js';
import { SentMessages } from '../../../application/ports/delivery/sent-messages.js';
import type { Change, Message, NoticeMessage } from '../../../domain/message.js';
import { messageEvents } from '../../nats/outgoing-events.js';
import { toSendable } from './message.mapper.js';
import type { MessageDocument } from './message.schema.js';
import { MESSAGE } from './message.schema.js';

@Injectable()
export class SentMessagesRepository extends SentMessages {
  constructor(
    @InjectModel(MESSAGE) private readonly model: Model<MessageDocument>,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async byId(id: string): Promise<Message | NoticeMessage | undefined> {
    const found = await this.model.findById(id).lean<MessageDocument>();
    return found ? toSendable(found) : undefined;
  }

  async addReceipt(id: string, address: string, ptt: number): Promise<WithReceipts | undefined> {
    const found = await this.model
      .findOneAndUpdate(
        { _id: id, addresses: address },
        { $set: { [`receipts.${address}`]: ptt } },
        { returnDocument: 'after' },
      )
      .lean<MessageDocument>();
    return found ? withReceipts(found) : undefined;
  }

  async receiptsOf(id: string): Promise<WithReceipts | undefined> {
    const found = await this.model.findById(id).lean<MessageDocument>();
    return found ? withReceipts(found) : undefined;
  }

  async conclude(message: Message | NoticeMessage, change: Change): Promise<boolean> {
    const { status, reason, refusals } = change;
    const at = this.clock.now();
    // What stays sent was told before.
    const events = status === message.status ? [] : messageEvents(message, change, at);
    const outbox = pushToOutbox(events, at);
    const { matchedCount } = await this.model.updateOne(
      { _id: message.id, status: message.status, refusals: [...message.refusals] },
      {
        $set: {
          status,
          ...(reason && { reason }),
          ...(refusals && { refusals }),
          ...(status === 'delivered' && { deliveredAt: at }),
          ...outbox.$set,
        },
        ...(outbox.$push && { $push: outbox.$push }),
      },
    );
    if (matchedCount > 0 && outbox.$push) this.relay.notify(message.id);
    return matchedCount > 0;
  }

  async smsWithoutLastWord(since: Date, limit: number): Promise<readonly (Message | NoticeMessage)[]> {
    const found = await this.model
      .find({ status: 'sent', channel: 'sms', sentAt: { $gte: since } })
      .sort({ sentAt: 1 })
      .limit(limit)
      .lean<MessageDocument[]>();
    return found.map(toSendable);
  }
}

const withReceipts = (document: MessageDocument): WithReceipts => ({
  message: toSendable(document),
  receipts: document.receipts ?? {},
});
