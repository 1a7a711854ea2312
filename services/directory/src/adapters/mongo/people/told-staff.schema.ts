import type { OutboxFields, Stored } from '@intervia/mongo';
import { outboxDefinition, schemaOf } from '@intervia/mongo';

export const TOLD_STAFF = 'ToldStaff';

const FIELDS = {
  /** Agency, then `building` or `unit`, then its id. */
  _id: String,
  agencyId: String,
  staffIds: [String],
};

export interface ToldStaffDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const toldStaffSchema = schemaOf<ToldStaffDocument>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'toldStaff', versionKey: false },
);
