import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { MessageFacts } from '../../domain/facts/message-facts.js';
import type { Message } from '../../domain/message.js';
import type { Notice } from '../../domain/notice.js';

export const MESSAGE = 'Message';

export interface MessageDocument extends OutboxFields {
  /** Deterministic: the unique index is what makes a fact told once. */
  _id: string;
  agencyId: string;
  /** Empty for a notice. */
  ticketId: string;
  missionId?: string;
  correspondentId?: string;
  channel: Message['channel'];
  audience?: Message['audience'];
  template?: Message['template'];
  templateVersion: number;
  /** The user whom an alert is for. */
  recipientId?: string;
  recipientName: string;
  addresses: string[];
  settled: string[];
  refusals: string[];
  subject: string;
  text: string;
  facts?: MessageFacts;
  /** Instead of facts, audience and template. */
  notice?: Notice;
  status: Message['status'];
  reason?: Message['reason'];
  attempts: number;
  queuedAt: Date;
  sentAt?: Date;
  deliveredAt?: Date;
  /** Last word of the telephone network, by number. */
  receipts?: Record<string, number>;
  /** The digest that holds this alert. */
  digestId?: string;
  /**
   * When the next attempt may begin; present only while something is left to do. A worker that takes the message
   * moves it forward, which keeps others away until the attempt is over or its worker dead.
   * The machine's time, not the movable one: a moved clock must not hand one message to two workers.
   */
  dueAt?: Date;
}

const text = { type: String, default: '' };
const word = { type: String, required: true };

export const messageSchema = new Schema<MessageDocument>(
  {
    _id: word,
    agencyId: word,
    ticketId: text,
    missionId: String,
    correspondentId: String,
    channel: word,
    audience: String,
    template: String,
    templateVersion: { type: Number, default: 0 },
    recipientId: String,
    recipientName: text,
    addresses: [String],
    settled: [String],
    refusals: [String],
    subject: text,
    text,
    facts: Schema.Types.Mixed,
    notice: Schema.Types.Mixed,
    status: word,
    reason: { type: new Schema({ code: word, detail: String }, { _id: false }) },
    attempts: { type: Number, default: 0 },
    queuedAt: { type: Date, required: true },
    sentAt: Date,
    deliveredAt: Date,
    receipts: Schema.Types.Mixed,
    digestId: String,
    dueAt: Date,
    ...outboxDefinition,
  },
  { collection: 'messages', versionKey: false, minimize: false },
);

messageSchema.index({ agencyId: 1, ticketId: 1, queuedAt: 1 });
// What was sent to somebody, when they ask, or ask to be forgotten.
messageSchema.index({ agencyId: 1, addresses: 1, _id: 1 }, { name: 'sent_to' });
messageSchema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
// Small: alerts that wait for a digest, and SMS whose fate the provider may still tell.
messageSchema.index(
  { agencyId: 1, recipientId: 1, queuedAt: 1 },
  { name: 'collected', partialFilterExpression: { status: 'collected' } },
);
messageSchema.index(
  { sentAt: 1 },
  { name: 'sms_sent', partialFilterExpression: { status: 'sent', channel: 'sms' } },
);
