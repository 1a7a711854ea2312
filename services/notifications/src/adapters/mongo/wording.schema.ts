import { Schema } from 'mongoose';
import type { Wording } from '../../application/ports/templates/wordings.js';
import type { Channel } from '../../domain/reach.js';
import type { TemplateCode } from '../../domain/template-codes.js';

export const WORDING = 'Wording';

/** One version of one text of one agency; never changed once written. */
export interface WordingDocument {
  /** Agency, template, channel and version: two who save at once cannot both win. */
  _id: string;
  agencyId: string;
  template: TemplateCode;
  channel: Channel;
  version: number;
  wording?: Wording;
  savedAt: Date;
  savedBy: string;
}

const word = { type: String, required: true };
const text = { type: String, default: '' };

export const wordingSchema = new Schema<WordingDocument>(
  {
    _id: word,
    agencyId: word,
    template: word,
    channel: word,
    version: { type: Number, required: true },
    wording: { type: new Schema({ subject: text, body: text }, { _id: false }) },
    savedAt: { type: Date, required: true },
    savedBy: text,
  },
  { collection: 'wordings', versionKey: false },
);

wordingSchema.index({ agencyId: 1, template: 1, channel: 1, version: -1 });
