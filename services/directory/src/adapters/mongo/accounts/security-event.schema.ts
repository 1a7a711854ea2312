import { Schema } from 'mongoose';
import type { SecurityEvent } from '../../../domain/accounts/security-event.js';

export const SECURITY_EVENT = 'SecurityEvent';

export interface SecurityEventDocument {
  /** Time first, so that ids of one moment have an order; of repeated entries the hash of what makes them one. */
  _id: string;
  agencyId: string;
  kind: SecurityEvent['kind'];
  person: SecurityEvent['person'];
  address: string;
  device: string;
  about?: string;
  at: Date;
  times: number;
  expiresAt: Date;
  /** Absent in entries of older releases, which are in no chain. */
  seq?: number;
  previous?: string;
  hash?: string;
  erasure?: string;
}

export const securityEventSchema = new Schema<SecurityEventDocument>(
  {
    _id: String,
    agencyId: String,
    kind: String,
    person: { kind: String, id: String, name: String },
    address: String,
    device: String,
    about: String,
    at: Date,
    times: Number,
    expiresAt: Date,
    seq: Number,
    previous: String,
    hash: String,
    erasure: String,
  },
  { collection: 'securityEvents', versionKey: false },
);
securityEventSchema.index({ agencyId: 1, at: -1, _id: -1 });
securityEventSchema.index({ agencyId: 1, kind: 1, at: -1, _id: -1 });
securityEventSchema.index({ agencyId: 1, 'person.id': 1, at: -1, _id: -1 });
securityEventSchema.index(
  { agencyId: 1, seq: -1 },
  { unique: true, partialFilterExpression: { seq: { $exists: true } } },
);
securityEventSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
