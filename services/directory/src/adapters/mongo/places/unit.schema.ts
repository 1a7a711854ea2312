import type { UnitFile } from '../../../domain/property/unit.js';
import type { Unit } from '../../../domain/records.js';
import type { FileFields, Published } from '../published.js';
import { fileDefinition, publishedSchema } from '../published.js';

export const UNIT = 'Unit';

export interface UnitDocument extends Published, Unit, FileFields<UnitFile> {
  /** Of its file. */
  mandateId?: string;
  sortKey: string;
  /** These are written apart (`saveIndex`): they depend on the building and on people. */
  words?: string[];
  staffIds?: string[];
}

export const unitSchema = publishedSchema<UnitDocument>('units', {
  buildingId: String,
  reference: String,
  label: String,
  digicode: String,
  ownerId: String,
  tenantIds: [String],
  managerId: String,
  assistantId: String,
  accountantId: String,
  approvalThresholdCents: Number,
  sortKey: String,
  words: [String],
  staffIds: [String],
  mandateId: String,
  ...fileDefinition,
});
unitSchema.index({ agencyId: 1, sortKey: 1 });
unitSchema.index({ agencyId: 1, buildingId: 1, sortKey: 1 });
unitSchema.index({ agencyId: 1, words: 1 });
unitSchema.index({ agencyId: 1, staffIds: 1, sortKey: 1 });
unitSchema.index({ agencyId: 1, ownerId: 1 });
unitSchema.index({ agencyId: 1, tenantIds: 1 });
unitSchema.index({ agencyId: 1, reference: 1 });
unitSchema.index({ agencyId: 1, mandateId: 1, sortKey: 1 });
