import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { StagingState } from '../../../../application/ports/property/stagings.js';
import type { Actor } from '../../../../application/publishing/property-events.js';
import type { StagedFile } from '../../../../domain/staging/staged-file.js';

export const STAGING = 'Staging';

export interface StagingDocument extends OutboxFields {
  /** Agency, slash, command id. */
  _id: string;
  agencyId: string;
  commandId: string;
  state: StagingState;
  fingerprint: string;
  actor?: Actor;
  files: StagedFile[];
  at: Date;
  /** Set at the end: a command is not repeated months later. */
  expiresAt?: Date;
}

export const stagingSchema: Schema = new Schema(
  {
    _id: String,
    agencyId: String,
    commandId: String,
    state: String,
    fingerprint: String,
    actor: Schema.Types.Mixed,
    files: { type: [Schema.Types.Mixed], default: [] },
    at: Date,
    expiresAt: { type: Date, index: { expireAfterSeconds: 0 } },
    ...outboxDefinition,
  },
  { collection: 'stagings', versionKey: false, minimize: false },
);
stagingSchema.index({ state: 1, at: 1 }, { partialFilterExpression: { state: 'confirming' } });
