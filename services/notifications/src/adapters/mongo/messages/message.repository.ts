import { Clock } from '@intervia/clock';
import { OutboxRelay, batched, insertNew, pushToOutbox } from '@intervia/mongo';
import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  Claim,
  NewMessage,
  NewNotice,
  PendingMessage,
} from '../../../application/ports/delivery/messages.js';
import { Messages } from '../../../application/ports/delivery/messages.js';
import type { Change, Message, NoticeMessage, Reason, Sendable } from '../../../domain/message.js';
import { messageEvents } from '../../nats/outgoing-events.js';
import { toDocument, toMessage, toSendable } from './message.mapper.js';
import type { MessageDocument } from './message.schema.js';
import { MESSAGE } from './message.schema.js';

/** Longer than any attempt lasts (the transports' own deadlines), so that two workers never hold one message. */
const CLAIM_MS = 45_000;
const SETTLE_TRIES = 60;
const SETTLE_PAUSE_MS = 1_000;
const JOURNAL_LIMIT = 1_000;

class TakenOver extends Error {
  override readonly name = 'TakenOver';
  readonly code = 'MESSAGE_TAKEN_OVER';
}

/** Nothing more is sent. */
const isOver = (status: Change['status']): boolean => status !== 'queued' && status !== 'sending';

/** A right that is worth something to who reads the database goes with the mail. */
const holdsSecret = (message: Message | NoticeMessage): boolean =>
  'notice' in message && message.notice.kind === 'password-reset';

@Injectable()
export class MessageRepository extends Messages {
  private readonly logger = new Logger(MessageRepository.name);
  private readonly insert = batched((documents: readonly MessageDocument[]) =>
    insertNew(this.model, documents),
  );

  constructor(
    @InjectModel(MESSAGE) private readonly model: Model<MessageDocument>,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async add(messages: readonly (NewMessage | NewNotice)[]): Promise<void> {
    await Promise.all(
      messages.map(async (message) => {
        const document = toDocument(message, new Date());
        const { _id, outbox } = document;
        if (await this.insert(document)) this.relay.publish(_id, outbox);
        else if (outbox.length > 0) this.relay.notify(_id);
      }),
    );
  }

  async claim(id: string): Promise<Claim> {
    const now = Date.now();
    const claimed = await this.model
      .findOneAndUpdate(
        { _id: id, dueAt: { $lte: new Date(now) } },
        { $set: { dueAt: new Date(now + CLAIM_MS) }, $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      )
      .lean<MessageDocument>();
    if (claimed) return { kind: 'claimed', message: toSendable(claimed) };
    const waiting = await this.model
      .findOne({ _id: id, dueAt: { $exists: true } }, { dueAt: 1 })
      .lean<Pick<MessageDocument, 'dueAt'>>();
    return waiting?.dueAt ? { kind: 'not-yet', dueInMs: dueInMs(waiting.dueAt, now) } : { kind: 'over' };
  }

  async markHandedOver(message: Sendable, text: string): Promise<void> {
    const { matchedCount } = await this.model.updateOne(held(message), { $set: { status: 'sending', text } });
    if (matchedCount === 0) throw new TakenOver(`Message ${message.id} is with another worker`);
  }

  /** The answer of the provider must not be lost to an outage of the database: it would be sent again. */
  async settle(message: Message | NoticeMessage, change: Change): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.settleOnce(message, change);
      } catch (error) {
        if (tries === SETTLE_TRIES) throw error;
        this.logger.warn({ err: error, messageId: message.id }, 'outcome not written yet, trying again');
        await delay(SETTLE_PAUSE_MS);
      }
    }
  }

  async pending(afterId: string | undefined, limit: number): Promise<readonly PendingMessage[]> {
    const now = Date.now();
    const found = await this.model
      .find(
        { dueAt: { $exists: true }, ...(afterId === undefined ? {} : { _id: { $gt: afterId } }) },
        { channel: 1, dueAt: 1 },
      )
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Required<Pick<MessageDocument, '_id' | 'channel' | 'dueAt'>>[]>();
    return found.map(({ _id, channel, dueAt }) => ({ id: _id, channel, dueInMs: dueInMs(dueAt, now) }));
  }

  async withdraw(id: string, reason: Reason): Promise<void> {
    await this.model.updateOne(
      { _id: id, status: 'queued', dueAt: { $exists: true } },
      { $set: { status: 'silenced', reason }, $unset: { dueAt: 1 } },
    );
  }

  async ofTicket(agencyId: string, ticketId: string): Promise<readonly Message[]> {
    const found = await this.model
      .find({ agencyId, ticketId })
      .sort({ queuedAt: 1, _id: 1 })
      .limit(JOURNAL_LIMIT)
      .lean<MessageDocument[]>();
    return found.map(toMessage);
  }

  async eraseTicket(agencyId: string, ticketId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, ticketId });
  }

  private async settleOnce(message: Message | NoticeMessage, change: Change): Promise<void> {
    const { status, reason, settled, refusals, retryInMs } = change;
    const at = this.clock.now();
    const outbox = pushToOutbox(messageEvents(message, change, at), at);
    const set = {
      status,
      ...(reason && { reason }),
      ...(settled && { settled }),
      ...(refusals && { refusals }),
      ...(status === 'sent' && { sentAt: at }),
      ...(isOver(status) && holdsSecret(message) && { 'notice.path': '', text: '' }),
      ...(retryInMs !== undefined && { dueAt: new Date(Date.now() + retryInMs) }),
      ...outbox.$set,
    };
    const unset = {
      ...(reason === undefined && { reason: 1 as const }),
      ...(retryInMs === undefined && { dueAt: 1 as const }),
    };
    const before = await this.model
      .findOneAndUpdate(
        held(message),
        {
          $set: set,
          ...(Object.keys(unset).length > 0 && { $unset: unset }),
          ...(outbox.$push && { $push: outbox.$push }),
        },
        { projection: { outbox: 1 } },
      )
      .lean<Pick<MessageDocument, 'outbox'>>();
    if (before && outbox.$push) this.relay.publish(message.id, outbox.$push.outbox.$each, before.outbox);
  }
}

/** The attempt number is the fence: a worker that lost its claim writes nothing. */
const held = ({ id, attempts }: Sendable) => ({ _id: id, attempts, dueAt: { $exists: true } });

const dueInMs = (dueAt: Date, now: number): number => Math.max(0, dueAt.getTime() - now);
