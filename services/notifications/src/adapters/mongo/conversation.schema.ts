import type { Stored } from '@intervia/mongo';
import { defaulted, optional, required, schemaOf } from '@intervia/mongo';

export const CONVERSATION = 'Conversation';

const FIELDS = {
  /** The conversation's ref. */
  _id: required(String),
  agencyId: required(String),
  ticketId: required(String),
  missionId: optional(String),
  correspondentId: optional(String),
  name: defaulted(String, ''),
  addresses: [String],
  messageIds: [String],
  openedAt: required(Date),
  lastSmsAt: optional(Date),
};

export type ConversationDocument = Stored<typeof FIELDS>;

export const conversationSchema = schemaOf<ConversationDocument>(FIELDS, {
  collection: 'conversations',
  versionKey: false,
});

// Not by agency: an answer does not say whose it is, its address or number must.
conversationSchema.index({ agencyId: 1, ticketId: 1 });
conversationSchema.index({ addresses: 1, lastSmsAt: -1 });
