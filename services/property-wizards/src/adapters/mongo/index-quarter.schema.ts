import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, optional, outboxDefinition, required, schemaOf } from '@intervia/mongo';
import type { IndexName } from '../../domain/irl/series.js';

const FIELDS = {
  /** Agency, index, territory, quarter. */
  _id: required(String),
  agencyId: as<string>({ type: String, required: true, index: true }),
  index: as<IndexName>(required(String)),
  territory: required(String),
  quarter: required(String),
  value: required(Number),
  /** Absent of what was typed before they were asked for. */
  source: optional(String),
  publishedOn: optional(String),
  addedBy: String,
  addedAt: Date,
};

export interface IndexQuarterDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const INDEX_QUARTER = 'IndexQuarter';

export const indexQuarterSchema = schemaOf<IndexQuarterDocument>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'indexQuarters', versionKey: false },
);
