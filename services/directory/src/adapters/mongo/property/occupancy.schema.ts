import type { Stored } from '@intervia/mongo';
import { as, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Span } from '../../../domain/tenancy/occupancy.js';

export const OCCUPANCY = 'Occupancy';

const FIELDS = {
  /** Agency, slash, unit. */
  _id: String,
  agencyId: String,
  version: Number,
  spans: as<(Span & { commandId: string })[]>([
    new Schema(
      { leaseId: String, from: String, until: String, separate: Boolean, commandId: String },
      { _id: false },
    ),
  ]),
};

export type OccupancyDocument = Stored<typeof FIELDS>;

export const occupancySchema = schemaOf<OccupancyDocument>(FIELDS, {
  collection: 'occupancies',
  versionKey: false,
});
occupancySchema.index({ agencyId: 1, 'spans.commandId': 1 });
