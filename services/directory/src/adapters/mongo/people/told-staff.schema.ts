import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';

export const TOLD_STAFF = 'ToldStaff';

export interface ToldStaffDocument extends OutboxFields {
  /** Agency, then `building` or `unit`, then its id. */
  _id: string;
  agencyId: string;
  staffIds: string[];
}

export const toldStaffSchema = new Schema<ToldStaffDocument>(
  { _id: String, agencyId: String, staffIds: [String], ...outboxDefinition },
  { collection: 'toldStaff', versionKey: false },
);
