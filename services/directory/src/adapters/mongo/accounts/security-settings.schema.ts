import { Schema } from 'mongoose';

export const SECURITY_SETTINGS = 'SecuritySettings';

export interface SecuritySettingsDocument {
  /** The agency's id. */
  _id: string;
  secondFactorRequired: boolean;
}

export const securitySettingsSchema = new Schema<SecuritySettingsDocument>(
  { _id: String, secondFactorRequired: Boolean },
  { collection: 'securitySettings', versionKey: false },
);
