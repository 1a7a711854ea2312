import type { Stored } from '@intervia/mongo';
import { as, optional, schemaOf } from '@intervia/mongo';
import type { SecurityEvent } from '../../../domain/accounts/security-event.js';

export const SECURITY_EVENT = 'SecurityEvent';

const FIELDS = {
  /** Time first, so that ids of one moment have an order; of repeated entries the hash of what makes them one. */
  _id: String,
  agencyId: String,
  kind: as<SecurityEvent['kind']>(String),
  person: as<SecurityEvent['person']>({ kind: String, id: String, name: String }),
  address: String,
  device: String,
  about: optional(String),
  at: Date,
  times: Number,
  expiresAt: Date,
  /** Absent in entries of older releases, which are in no chain. */
  seq: optional(Number),
  previous: optional(String),
  hash: optional(String),
  erasure: optional(String),
};

export type SecurityEventDocument = Stored<typeof FIELDS>;

export const securityEventSchema = schemaOf<SecurityEventDocument>(FIELDS, {
  collection: 'securityEvents',
  versionKey: false,
});
securityEventSchema.index({ agencyId: 1, at: -1, _id: -1 });
securityEventSchema.index({ agencyId: 1, kind: 1, at: -1, _id: -1 });
securityEventSchema.index({ agencyId: 1, 'person.id': 1, at: -1, _id: -1 });
securityEventSchema.index(
  { agencyId: 1, seq: -1 },
  { unique: true, partialFilterExpression: { seq: { $exists: true } } },
);
securityEventSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
