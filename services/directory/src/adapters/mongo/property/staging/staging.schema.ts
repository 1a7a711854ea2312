import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, optional, outboxDefinition, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { StagingState } from '../../../../application/ports/property/stagings.js';
import type { Actor } from '../../../../application/publishing/property-events.js';
import type { StagedFile } from '../../../../domain/staging/staged-file.js';

export const STAGING = 'Staging';

const FIELDS = {
  /** Agency, slash, command id. */
  _id: String,
  agencyId: String,
  commandId: String,
  state: as<StagingState>(String),
  fingerprint: String,
  actor: optional(as<Actor>(Schema.Types.Mixed)),
  files: as<StagedFile[]>({ type: [Schema.Types.Mixed], default: [] }),
  at: Date,
  /** Set at the end: a command is not repeated months later. */
  expiresAt: optional(as<Date>({ type: Date, index: { expireAfterSeconds: 0 } })),
};

export interface StagingDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const stagingSchema: Schema = schemaOf<StagingDocument>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'stagings', versionKey: false, minimize: false },
);
stagingSchema.index({ state: 1, at: 1 }, { partialFilterExpression: { state: 'confirming' } });
