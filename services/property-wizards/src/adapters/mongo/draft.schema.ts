import type { OutboxFields, Stored } from '@intervia/mongo';
import { as, optional, outboxDefinition, required, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Presence, StepState, UserRef } from '../../domain/drafts/draft.js';
import type { Step, Wizard } from '../../domain/forms/content.js';
import type { Save } from '../../domain/save/save.js';

const user = new Schema<UserRef>({ id: String, name: String }, { _id: false, id: false });

const FIELDS = {
  _id: required(String),
  agencyId: required(String),
  wizard: as<Wizard>(required(String)),
  /** False once its files are made or it was deleted: then only `finalSave` is left. */
  open: required(Boolean),
  unitId: String,
  /** The unit of an open tenant's draft: one draft at a time. */
  heldUnitId: optional(String),
  mandateId: String,
  about: String,
  presentTenants: String,
  title: String,
  complete: Boolean,
  keepable: Boolean,
  version: required(Number),
  steps: as<StepState[]>([Schema.Types.Mixed]),
  resumeStep: as<Step>(String),
  resumeItemId: String,
  createdBy: as<UserRef>(user),
  createdAt: Date,
  savedBy: as<UserRef>(user),
  savedAt: Date,
  presences: as<Presence[]>([Schema.Types.Mixed]),
  finalSave: optional(as<Save>(Schema.Types.Mixed)),
  /** When another process may take up a save that runs. */
  saveDueAt: optional(Date),
  /** When the server forgets the document. */
  forgetAt: optional(as<Date>({ type: Date, index: { expireAfterSeconds: 0 } })),
};

export interface DraftDocument extends Stored<typeof FIELDS>, OutboxFields {}

export const DRAFT = 'Draft';

export const draftSchema = schemaOf<DraftDocument>(
  { ...FIELDS, ...outboxDefinition },
  { collection: 'drafts', versionKey: false, minimize: false },
);

draftSchema.index({ agencyId: 1, wizard: 1, open: 1, savedAt: -1, _id: -1 });
draftSchema.index(
  { agencyId: 1, heldUnitId: 1 },
  { unique: true, partialFilterExpression: { heldUnitId: { $exists: true } } },
);
/** The sweep goes through all agencies; it holds only saves that run. */
draftSchema.index({ saveDueAt: 1 }, { partialFilterExpression: { saveDueAt: { $exists: true } } });
