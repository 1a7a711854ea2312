import { outboxDefinition } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AnnotationContent, EntryContent, RegisterRecord } from '../../domain/register/record.js';

export interface RecordDocument extends OutboxFields {
  /** Agency, register and place: no two records share a place. */
  _id: string;
  agencyId: string;
  /** Card and mention: "card1/g". */
  register: string;
  seq: number;
  type: RegisterRecord['type'];
  number: number;
  content: EntryContent | AnnotationContent;
  at: Date;
  by: string;
  commandId: string;
  previous: string;
  hash: string;
}

export const RECORD = 'RegisterRecord';

export const recordSchema = new Schema<RecordDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    register: { type: String, required: true },
    seq: { type: Number, required: true },
    type: { type: String, required: true },
    number: { type: Number, required: true },
    content: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
    by: String,
    commandId: { type: String, required: true },
    previous: String,
    hash: { type: String, required: true },
    ...outboxDefinition,
  },
  { collection: 'registerRecords', versionKey: false, minimize: false },
);

recordSchema.index({ agencyId: 1, register: 1, seq: -1 });
recordSchema.index({ agencyId: 1, register: 1, type: 1, number: -1 });
/** A command is one record, whoever repeats it. */
recordSchema.index({ agencyId: 1, commandId: 1 }, { unique: true });

/** How far a register has reached: records that were cut off at its end show. */
export interface ReachedDocument {
  _id: string;
  agencyId: string;
  seq: number;
  number: number;
}

export const REACHED = 'RegisterReached';

export const reachedSchema = new Schema<ReachedDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    seq: { type: Number, required: true },
    number: { type: Number, required: true },
  },
  { collection: 'registersReached', versionKey: false },
);
