import type { Schema } from 'mongoose';
import type { RentCall } from '../../../../domain/property/rent-call.js';
import type { RecordDocument } from '../record.schema.js';
import { recordSchema } from '../record.schema.js';

export const RENT_CALL = 'RentCall';

export interface RentCallDocument extends RecordDocument<RentCall> {
  leaseId: string;
  month: string;
  paidCents: number;
  settledOn: string;
  /** Something is still lacking. */
  open: boolean;
  /** Postings that paid some of it. */
  applied: string[];
}

export const rentCallSchema: Schema = recordSchema<RentCallDocument>('rentCalls', {
  leaseId: String,
  month: String,
  paidCents: Number,
  settledOn: String,
  open: Boolean,
  applied: [String],
});
rentCallSchema.index({ agencyId: 1, leaseId: 1, month: 1 });
rentCallSchema.index({ agencyId: 1, leaseId: 1, open: 1, month: 1 });
