import { outboxDefinition } from '@intervia/mongo';
import type { OutboxFields } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Presence, StepState, UserRef } from '../../domain/drafts/draft.js';
import type { Step, Wizard } from '../../domain/forms/content.js';
import type { Save } from '../../domain/save/save.js';

export interface DraftDocument extends OutboxFields {
  _id: string;
  agencyId: string;
  wizard: Wizard;
  /** False once its files are made or it was deleted: then only `finalSave` is left. */
  open: boolean;
  unitId: string;
  /** The unit of an open tenant's draft: one draft at a time. */
  heldUnitId?: string;
  mandateId: string;
  about: string;
  presentTenants: string;
  title: string;
  complete: boolean;
  keepable: boolean;
  version: number;
  steps: StepState[];
  resumeStep: Step;
  resumeItemId: string;
  createdBy: UserRef;
  createdAt: Date;
  savedBy: UserRef;
  savedAt: Date;
  presences: Presence[];
  finalSave?: Save;
  /** When another process may take up a save that runs. */
  saveDueAt?: Date;
  /** When the server forgets the document. */
  forgetAt?: Date;
}

export const DRAFT = 'Draft';

const user = new Schema<UserRef>({ id: String, name: String }, { _id: false, id: false });

export const draftSchema = new Schema<DraftDocument>(
  {
    _id: { type: String, required: true },
    agencyId: { type: String, required: true },
    wizard: { type: String, required: true },
    open: { type: Boolean, required: true },
    unitId: String,
    heldUnitId: String,
    mandateId: String,
    about: String,
    presentTenants: String,
    title: String,
    complete: Boolean,
    keepable: Boolean,
    version: { type: Number, required: true },
    // Checked by the domain; forms are read by the release that knows them.
    steps: [Schema.Types.Mixed],
    resumeStep: String,
    resumeItemId: String,
    createdBy: user,
    createdAt: Date,
    savedBy: user,
    savedAt: Date,
    presences: [Schema.Types.Mixed],
    finalSave: Schema.Types.Mixed,
    saveDueAt: Date,
    forgetAt: { type: Date, index: { expireAfterSeconds: 0 } },
    ...outboxDefinition,
  },
  { collection: 'drafts', versionKey: false, minimize: false },
);

draftSchema.index({ agencyId: 1, wizard: 1, open: 1, savedAt: -1, _id: -1 });
draftSchema.index(
  { agencyId: 1, heldUnitId: 1 },
  { unique: true, partialFilterExpression: { heldUnitId: { $exists: true } } },
);
/** The sweep goes through all agencies; it holds only saves that run. */
draftSchema.index({ saveDueAt: 1 }, { partialFilterExpression: { saveDueAt: { $exists: true } } });
