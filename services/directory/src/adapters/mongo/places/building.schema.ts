import { Schema } from 'mongoose';
import type { BuildingFile } from '../../../domain/property/building.js';
import type { Building } from '../../../domain/records.js';
import type { FileFields, Published } from '../published.js';
import { fileDefinition, publishedSchema } from '../published.js';

export const BUILDING = 'Building';

export interface BuildingDocument extends Published, Building, FileFields<BuildingFile> {
  words: string[];
  staffIds: string[];
  sortKey: string;
}

export const buildingSchema = publishedSchema<BuildingDocument>('buildings', {
  reference: String,
  name: String,
  address: String,
  postalCode: String,
  city: String,
  digicode: String,
  syndic: Boolean,
  gerance: Boolean,
  managerId: String,
  assistantId: String,
  accountantId: String,
  caretakerId: String,
  council: [new Schema({ partyId: String, president: Boolean }, { _id: false })],
  words: [String],
  staffIds: [String],
  sortKey: String,
  ...fileDefinition,
});
buildingSchema.index({ agencyId: 1, sortKey: 1 });
buildingSchema.index({ agencyId: 1, words: 1 });
buildingSchema.index({ agencyId: 1, staffIds: 1, sortKey: 1 });
buildingSchema.index({ agencyId: 1, 'council.partyId': 1 });
buildingSchema.index({ agencyId: 1, reference: 1 });
