import { STRUCK_OUT, strikingOut } from '@intervia/rules';
import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { isDeepStrictEqual } from 'node:util';
import { PersonMessages } from '../../../application/ports/privacy/person-messages.js';
import type { ErasedMessages, RecordsPage } from '../../../application/ports/privacy/person-messages.js';
import type { ConversationDocument } from '../conversation.schema.js';
import { CONVERSATION } from '../conversation.schema.js';
import type { MessageDocument } from './message.schema.js';
import { MESSAGE } from './message.schema.js';
import type { ReviewDocument } from '../review.schema.js';
import { REVIEW } from '../review.schema.js';

/** Each up to some ten kilobytes; far below what the bus carries. */
const PAGE = 20;
const ANSWERS = 'answers:';
/** What is written in a message; the rest is ids, states and moments. */
const WORDS = [
  'recipientName',
  'addresses',
  'settled',
  'refusals',
  'subject',
  'text',
  'facts',
  'notice',
] as const;

@Injectable()
export class PersonMessagesRepository extends PersonMessages {
  constructor(
    @InjectModel(MESSAGE) private readonly messages: Model<MessageDocument>,
    @InjectModel(REVIEW) private readonly reviews: Model<ReviewDocument>,
    @InjectModel(CONVERSATION) private readonly conversations: Model<ConversationDocument>,
  ) {
    super();
  }

  /** Messages first, then answers. */
  async page(agencyId: string, marks: PersonMarks, cursor: string): Promise<RecordsPage> {
    const isOfAnswers = cursor.startsWith(ANSWERS);
    const after = isOfAnswers ? cursor.slice(ANSWERS.length) : cursor;
    const { records, next } = isOfAnswers
      ? await this.answersPage(agencyId, marks, after)
      : await this.messagesPage(agencyId, marks, after);
    if (isOfAnswers) return { records, nextCursor: next ? ANSWERS + next : '' };
    return { records, nextCursor: next || ANSWERS };
  }

  async blank(agencyId: string, marks: PersonMarks): Promise<ErasedMessages> {
    const addresses = addressesOf(marks);
    if (addresses.length === 0) return { messages: 0, answers: 0 };
    const { modifiedCount } = await this.messages.updateMany(
      { agencyId, addresses: { $in: addresses } },
      {
        $set: { recipientName: STRUCK_OUT, addresses: [], settled: [], refusals: [], subject: '', text: '' },
        $unset: { facts: 1, notice: 1, receipts: 1, dueAt: 1 },
      },
    );
    await this.conversations.deleteMany({ agencyId, addresses: { $in: addresses } });
    const { deletedCount } = await this.reviews.deleteMany({ agencyId, sender: { $in: addresses } });
    return { messages: modifiedCount, answers: deletedCount };
  }

  async strikeOutOf(agencyId: string, marks: PersonMarks, ticketId: string): Promise<ErasedMessages> {
    const strike = strikingOut(marks);
    let messages = 0;
    const found = this.messages.find({ agencyId, ticketId }).lean<MessageDocument>().cursor();
    for await (const message of found as AsyncIterable<MessageDocument>) {
      const before = Object.fromEntries(WORDS.map((word) => [word, message[word]]));
      const after = strike(before);
      if (isDeepStrictEqual(before, after)) continue;
      await this.messages.collection.updateOne(
        { _id: message._id, agencyId } as object,
        { $set: after },
        { ignoreUndefined: true },
      );
      messages += 1;
    }
    return { messages, answers: 0 };
  }

  private async messagesPage(agencyId: string, marks: PersonMarks, after: string): Promise<Page> {
    const found = await this.messages
      .find(
        { agencyId, addresses: { $in: addressesOf(marks) }, ...(after ? { _id: { $gt: after } } : {}) },
        { outbox: 0, outboxAt: 0, notice: 0, facts: 0 },
      )
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<MessageDocument[]>();
    return pageOf(
      found,
      ({
        ticketId,
        channel,
        template,
        recipientName,
        addresses,
        subject,
        text,
        status,
        queuedAt,
        sentAt,
        deliveredAt,
      }) => ({
        kind: 'message-sent',
        ticketId,
        channel,
        template,
        recipientName,
        addresses,
        subject,
        text,
        status,
        queuedAt,
        sentAt,
        deliveredAt,
      }),
    );
  }

  private async answersPage(agencyId: string, marks: PersonMarks, after: string): Promise<Page> {
    const found = await this.reviews
      .find({ agencyId, sender: { $in: addressesOf(marks) }, ...(after ? { _id: { $gt: after } } : {}) })
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<ReviewDocument[]>();
    return pageOf(found, ({ channel, sender, senderName, subject, text, receivedAt, state }) => ({
      kind: 'answer-received',
      channel,
      sender,
      senderName,
      subject,
      text,
      receivedAt,
      state,
    }));
  }
}

interface Page {
  readonly records: readonly object[];
  readonly next: string;
}

function pageOf<T extends { _id: string }>(found: readonly T[], toRecord: (one: T) => object): Page {
  return { records: found.map(toRecord), next: found.length === PAGE ? (found.at(-1)?._id ?? '') : '' };
}

const addressesOf = ({ mails, phones }: PersonMarks): string[] => [...mails, ...phones];
