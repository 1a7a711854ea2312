import type { Schema } from 'mongoose';
import type { PartyFile } from '../../../domain/property/party.js';
import type { Party } from '../../../domain/records.js';
import type { FileFields, Published } from '../published.js';
import { fileDefinition, publishedSchema } from '../published.js';

export const PARTY = 'Party';

export interface PartyDocument extends Published, Party, FileFields<PartyFile> {
  words?: string[];
  sortKey?: string;
  /** Of its file; unique among files. */
  code?: string;
}

export const partySchema: Schema = publishedSchema<PartyDocument>('parties', {
  name: String,
  mails: [String],
  mobiles: [String],
  phone: String,
  words: [String],
  sortKey: String,
  code: String,
  ...fileDefinition,
});
partySchema.index({ agencyId: 1, sortKey: 1 });
partySchema.index({ agencyId: 1, words: 1 });
