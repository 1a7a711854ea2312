import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, defaulted, optional, outboxDefinition, required, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { MessageFacts } from '../../../domain/facts/message-facts.js';
import type { Message } from '../../../domain/message.js';
import type { Notice } from '../../../domain/notice.js';

export const MESSAGE = 'Message';

const FIELDS = {
  /** Deterministic: the unique index is what makes a fact told once. */
  _id: required(String),
  agencyId: required(String),
  /** Empty for a notice. */
  ticketId: defaulted(String, ''),
  missionId: optional(String),
  correspondentId: optional(String),
  channel: as<Message['channel']>(required(String)),
  audience: optional(as<Message['audience']>(String)),
  template: optional(as<Message['template']>(String)),
  templateVersion: defaulted(Number, 0),
  /** The user whom an alert is for. */
  recipientId: optional(String),
  recipientName: defaulted(String, ''),
  addresses: [String],
  settled: [String],
  refusals: [String],
  subject: defaulted(String, ''),
  text: defaulted(String, ''),
  facts: optional(as<MessageFacts>(Schema.Types.Mixed)),
  /** Instead of facts, audience and template. */
  notice: optional(as<Notice>(Schema.Types.Mixed)),
  status: as<Message['status']>(required(String)),
  reason: optional(
    as<Message['reason']>({ type: new Schema({ code: required(String), detail: String }, { _id: false }) }),
  ),
  attempts: defaulted(Number, 0),
  queuedAt: required(Date),
  sentAt: optional(Date),
  deliveredAt: optional(Date),
  /** Last word of the telephone network, by number. */
  receipts: optional(as<Record<string, number>>(Schema.Types.Mixed)),
  /** The digest that holds this alert. */
  digestId: optional(String),
  /**
   * When the next attempt may begin; present only while something is left to do. A worker that takes the message
   * moves it forward, which keeps others away until the attempt is over or its worker dead.
   * The machine's time, not the movable one: a moved clock must not hand one message to two workers.
   */
  dueAt: optional(Date),
};

export interface MessageDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const messageSchema = schemaOf<MessageDocument>(
  { ...FIELDS, ...outboxDefinition },
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
