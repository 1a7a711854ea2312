import { outboxDefinition } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { IndexName } from '../../domain/irl/series.js';

export interface IndexQuarterDocument extends OutboxFields {
  /** Agency, index, territory, quarter. */
  _id: string;
  agencyId: string;
  index: IndexName;
  territory: string;
  quarter: string;
  value: number;
  /** Absent of what was typed before they were asked for. */
  source?: string;
  publishedOn?: string;
  addedBy: string;
  addedAt: Date;
}

export const INDEX_QUARTER = 'IndexQuarter';

export const indexQuarterSchema = new Schema<IndexQuarterDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true, index: true },
    index: { type: String, required: true },
    territory: { type: String, required: true },
    quarter: { type: String, required: true },
    value: { type: Number, required: true },
    source: String,
    publishedOn: String,
    addedBy: String,
    addedAt: Date,
    ...outboxDefinition,
  },
  { collection: 'indexQuarters', versionKey: false },
);
