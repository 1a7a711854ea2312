import type { Stored } from '@intervia/mongo';
import { as, defaulted, optional, required, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Wording } from '../../application/ports/templates/wordings.js';
import type { Channel } from '../../domain/reach.js';
import type { TemplateCode } from '../../domain/template-codes.js';

export const WORDING = 'Wording';

const text = { type: String, default: '' };
const FIELDS = {
  /** Agency, template, channel and version: two who save at once cannot both win. */
  _id: required(String),
  agencyId: required(String),
  template: as<TemplateCode>(required(String)),
  channel: as<Channel>(required(String)),
  version: required(Number),
  wording: optional(as<Wording>({ type: new Schema({ subject: text, body: text }, { _id: false }) })),
  savedAt: required(Date),
  savedBy: defaulted(String, ''),
};

/** One version of one text of one agency; never changed once written. */
export type WordingDocument = Stored<typeof FIELDS>;

export const wordingSchema = schemaOf<WordingDocument>(FIELDS, { collection: 'wordings', versionKey: false });

wordingSchema.index({ agencyId: 1, template: 1, channel: 1, version: -1 });
