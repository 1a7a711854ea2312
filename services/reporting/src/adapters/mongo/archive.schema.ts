import { outboxDefinition } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { ArchiveState, Document } from '../../domain/archive.js';

export interface ArchiveDocument extends OutboxFields {
  _id: string;
  agencyId: string;
  ticketId: string;
  /** The ticket's, at the closing that asked. */
  version: number;
  state: ArchiveState;
  attempts: number;
  requestedAt: Date;
  endedAt?: Date;
  summary?: Document;
  archive?: Document;
  /** When the ticket and its messages were read; archives of older releases do not say. */
  readAt?: Date;
  /** Messages were under way then. */
  waiting?: boolean;
  reason?: string;
}

export const ARCHIVE = 'Archive';

const file = new Schema<Document>(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    mediaType: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
  },
  { _id: false, id: false },
);

export const archiveSchema = new Schema<ArchiveDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    ticketId: { type: String, required: true },
    version: { type: Number, required: true },
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    requestedAt: { type: Date, required: true },
    endedAt: Date,
    summary: file,
    archive: file,
    readAt: Date,
    waiting: Boolean,
    reason: String,
    ...outboxDefinition,
  },
  { collection: 'archives', versionKey: false },
);

archiveSchema.index({ agencyId: 1, ticketId: 1 }, { unique: true });
/** The sweep goes through all agencies; it holds only what is still to be built. */
archiveSchema.index({ requestedAt: 1 }, { partialFilterExpression: { state: 'PENDING' } });
