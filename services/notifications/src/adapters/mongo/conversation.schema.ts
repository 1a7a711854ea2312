import { Schema } from 'mongoose';

export const CONVERSATION = 'Conversation';

export interface ConversationDocument {
  /** The conversation's ref. */
  _id: string;
  agencyId: string;
  ticketId: string;
  missionId?: string;
  correspondentId?: string;
  name: string;
  addresses: string[];
  messageIds: string[];
  openedAt: Date;
  lastSmsAt?: Date;
}

const word = { type: String, required: true };

export const conversationSchema = new Schema<ConversationDocument>(
  {
    _id: word,
    agencyId: word,
    ticketId: word,
    missionId: String,
    correspondentId: String,
    name: { type: String, default: '' },
    addresses: [String],
    messageIds: [String],
    openedAt: { type: Date, required: true },
    lastSmsAt: Date,
  },
  { collection: 'conversations', versionKey: false },
);

// Not by agency: an answer does not say whose it is, its address or number must.
conversationSchema.index({ agencyId: 1, ticketId: 1 });
conversationSchema.index({ addresses: 1, lastSmsAt: -1 });
