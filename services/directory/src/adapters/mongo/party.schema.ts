import type { Party } from '../../domain/records.js';
import type { Published } from './published.js';
import { publishedSchema } from './published.js';

export const PARTY = 'Party';

export type PartyDocument = Published & Party;

export const partySchema = publishedSchema('parties', {
  name: String,
  mails: [String],
  mobiles: [String],
  phone: String,
});
