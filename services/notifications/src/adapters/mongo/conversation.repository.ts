import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { refOf } from '../../application/answers/conversation-key.js';
import type { Conversation, ConversationKey } from '../../application/ports/answers/conversations.js';
import { Conversations } from '../../application/ports/answers/conversations.js';
import type { ConversationDocument } from './conversation.schema.js';
import { CONVERSATION } from './conversation.schema.js';

/** As many as a References header is read for. */
const KEPT_MESSAGE_IDS = 20;

@Injectable()
export class ConversationRepository extends Conversations {
  constructor(@InjectModel(CONVERSATION) private readonly model: Model<ConversationDocument>) {
    super();
  }

  async eraseTicket(agencyId: string, ticketId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, ticketId });
  }

  async open(key: ConversationKey, name: string, smsAt?: Date): Promise<Conversation> {
    const { addresses, ...who } = key;
    const opened = await this.model
      .findOneAndUpdate(
        { _id: refOf(key), agencyId: key.agencyId },
        {
          $setOnInsert: { ...who, openedAt: new Date() },
          $set: { name, ...(smsAt && { lastSmsAt: smsAt }) },
          // Also the ones of before: somebody may answer from an address that was changed since.
          $addToSet: { addresses: { $each: addresses.map(normalised) } },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<ConversationDocument>();
    if (!opened) throw new Error('A conversation could not be opened');
    return toConversation(opened);
  }

  async addMail(ref: string, messageId: string): Promise<void> {
    await this.model.updateOne(
      { _id: ref, messageIds: { $ne: messageId } },
      { $push: { messageIds: { $each: [messageId], $slice: -KEPT_MESSAGE_IDS } } },
    );
  }

  async byRef(ref: string): Promise<Conversation | undefined> {
    const found = await this.model.findById(ref).lean<ConversationDocument>();
    return found ? toConversation(found) : undefined;
  }

  async lastBySms(mobile: string, since: Date, agencyId?: string): Promise<Conversation | undefined> {
    const found = await this.model
      .findOne({ addresses: mobile, lastSmsAt: { $gte: since }, ...(agencyId !== undefined && { agencyId }) })
      .sort({ lastSmsAt: -1 })
      .lean<ConversationDocument>();
    return found ? toConversation(found) : undefined;
  }

  async lastByMail(mail: string): Promise<Conversation | undefined> {
    const found = await this.model
      .findOne({ addresses: normalised(mail) })
      .sort({ openedAt: -1 })
      .lean<ConversationDocument>();
    return found ? toConversation(found) : undefined;
  }
}

const normalised = (address: string): string => address.trim().toLowerCase();

function toConversation(document: ConversationDocument): Conversation {
  const { _id: ref, openedAt: _openedAt, lastSmsAt: _lastSmsAt, ...rest } = document;
  return { ref, ...rest };
}
