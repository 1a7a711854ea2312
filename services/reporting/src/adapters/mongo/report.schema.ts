import { OutboxRelay, outboxDefinition } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { CarnetEntry } from '../../domain/reports/carnet.js';
import type { Report } from '../../domain/reports/report.js';

export interface ReportDocument extends OutboxFields, Omit<Report, 'id'> {
  _id: string;
  /** Kept for a while, so that its last fact is told. */
  deletedAt?: Date;
}

export interface CarnetDocument {
  /** `<agency>/<building>` */
  _id: string;
  agencyId: string;
  buildingId: string;
  entries: CarnetEntry[];
  version: number;
}

export const REPORT = 'Report';
export const CARNET = 'Carnet';

/** Empties the outbox of reports. */
export class ReportRelay extends OutboxRelay {}

const DAY_S = 86_400;
const word = { type: String, required: true };
const text = { type: String, default: '' };

export const reportSchema = new Schema<ReportDocument>(
  {
    _id: word,
    agencyId: word,
    kind: word,
    version: word,
    module: word,
    place: { type: Schema.Types.Mixed, required: true },
    from: word,
    until: word,
    parts: [String],
    requester: { type: Schema.Types.Mixed, required: true },
    staffId: text,
    requestedAt: { type: Date, required: true },
    state: word,
    attempts: { type: Number, required: true },
    done: { type: Number, default: 0 },
    total: { type: Number, default: 0 },
    reason: text,
    sharedWith: word,
    mailed: { type: Boolean, required: true },
    buildId: String,
    remade: Boolean,
    endedAt: Date,
    files: Schema.Types.Mixed,
    deletedAt: Date,
    ...outboxDefinition,
  },
  { collection: 'reports', versionKey: false, minimize: false },
);

reportSchema.index({ agencyId: 1, module: 1, requestedAt: -1 });
reportSchema.index({ agencyId: 1, 'place.buildingId': 1, sharedWith: 1, requestedAt: -1 });
/** The sweep goes through all agencies; it holds only what is still to be done. */
reportSchema.index({ requestedAt: 1 }, { partialFilterExpression: { mailed: false } });
reportSchema.index({ deletedAt: 1 }, { expireAfterSeconds: 7 * DAY_S });

export const carnetSchema = new Schema<CarnetDocument>(
  {
    _id: word,
    agencyId: word,
    buildingId: word,
    entries: { type: [Schema.Types.Mixed] as unknown as CarnetEntry[], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'carnets', versionKey: false },
);
