import type { MandateFile } from '../../../domain/property/mandate.js';
import type { RecordDocument } from './record.schema.js';
import { recordSchema } from './record.schema.js';

export const MANDATE = 'Mandate';

export interface MandateDocument extends RecordDocument<MandateFile> {
  accountId: string;
  /** The day on which it ends, or one that never comes. */
  endsKey: string;
  sortKey: string;
  /** Written apart: they depend on the mandant. */
  words?: string[];
}

export const mandateSchema = recordSchema<MandateDocument>('mandates', {
  accountId: String,
  endsKey: String,
  sortKey: String,
  words: [String],
});
mandateSchema.index({ agencyId: 1, sortKey: 1 });
mandateSchema.index({ agencyId: 1, accountId: 1, sortKey: 1 });
mandateSchema.index({ agencyId: 1, words: 1 });
