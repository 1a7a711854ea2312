import { Schema } from 'mongoose';
import type { Contractor } from '../../../domain/records.js';
import type { Published } from '../published.js';
import { publishedSchema } from '../published.js';

export const CONTRACTOR = 'Contractor';

export interface ContractorDocument extends Published, Contractor {
  words: string[];
  sortKey: string;
}

const party = new Schema(
  { id: String, name: String, mails: [String], mobiles: [String], phone: String },
  { _id: false, id: false },
);

export const contractorSchema = publishedSchema<ContractorDocument>('contractors', {
  account: String,
  trade: String,
  party,
  channels: new Schema({ mail: Boolean, sms: Boolean }, { _id: false }),
  address: String,
  words: [String],
  sortKey: String,
});
contractorSchema.index({ agencyId: 1, sortKey: 1 });
contractorSchema.index({ agencyId: 1, trade: 1, sortKey: 1 });
contractorSchema.index({ agencyId: 1, words: 1 });
