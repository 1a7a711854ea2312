import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, outboxDefinition, required, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AnnotationContent, EntryContent, RegisterRecord } from '../../domain/register/record.js';

const RECORD_FIELDS = {
  /** Agency, register and place: no two records share a place. */
  _id: required(String),
  agencyId: required(String),
  /** Card and mention: "card1/g". */
  register: required(String),
  seq: required(Number),
  type: as<RegisterRecord['type']>(required(String)),
  number: required(Number),
  content: as<EntryContent | AnnotationContent>({ type: Schema.Types.Mixed, required: true }),
  at: required(Date),
  by: String,
  commandId: required(String),
  previous: String,
  hash: required(String),
};

export interface RecordDocument extends Stored<typeof RECORD_FIELDS>, OutboxFields {}

export const RECORD = 'RegisterRecord';

export const recordSchema = schemaOf<RecordDocument>(
  { ...RECORD_FIELDS, ...outboxDefinition },
  { collection: 'registerRecords', versionKey: false, minimize: false },
);

recordSchema.index({ agencyId: 1, register: 1, seq: -1 });
recordSchema.index({ agencyId: 1, register: 1, type: 1, number: -1 });
/** A command is one record, whoever repeats it. */
recordSchema.index({ agencyId: 1, commandId: 1 }, { unique: true });

const REACHED_FIELDS = {
  _id: required(String),
  agencyId: required(String),
  seq: required(Number),
  number: required(Number),
};

/** How far a register has reached: records that were cut off at its end show. */
export type ReachedDocument = Stored<typeof REACHED_FIELDS>;

export const REACHED = 'RegisterReached';

export const reachedSchema = schemaOf<ReachedDocument>(REACHED_FIELDS, {
  collection: 'registersReached',
  versionKey: false,
});
