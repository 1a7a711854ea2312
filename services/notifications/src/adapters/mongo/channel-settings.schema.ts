import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { ChannelSettings } from '../../application/ports/accounts/channel-settings.js';

export const CHANNEL_SETTINGS = 'ChannelSettings';

export interface ChannelSettingsDocument extends Omit<ChannelSettings, 'agencyId'> {
  /** The agency's id. */
  _id: string;
}

const word = { type: String, required: true };
const text = { type: String, default: '' };
const part = (definition: object) => new Schema(definition, { _id: false });

export const channelSettingsSchema = schemaOf<ChannelSettingsDocument>(
  {
    _id: word,
    mail: {
      type: part({
        host: word,
        port: { type: Number, required: true },
        secure: { type: Boolean, default: false },
        user: text,
        from: word,
        password: String,
      }),
    },
    dkim: { type: part({ selector: word, domain: word, privateKey: word }) },
    sms: { type: part({ appKey: word, service: word, sender: text, appSecret: word, consumerKey: word }) },
    creditsThreshold: { type: Number, default: 0 },
    version: { type: Number, required: true },
  },
  { collection: 'channel-settings', versionKey: false },
);
