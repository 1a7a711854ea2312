import { Schema } from 'mongoose';
import type { Span } from '../../../domain/tenancy/occupancy.js';

export const OCCUPANCY = 'Occupancy';

export interface OccupancyDocument {
  /** Agency, slash, unit. */
  _id: string;
  agencyId: string;
  version: number;
  spans: (Span & { commandId: string })[];
}

export const occupancySchema = new Schema<OccupancyDocument>(
  {
    _id: String,
    agencyId: String,
    version: Number,
    spans: [
      new Schema(
        { leaseId: String, from: String, until: String, separate: Boolean, commandId: String },
        { _id: false },
      ),
    ],
  },
  { collection: 'occupancies', versionKey: false },
);
occupancySchema.index({ agencyId: 1, 'spans.commandId': 1 });
