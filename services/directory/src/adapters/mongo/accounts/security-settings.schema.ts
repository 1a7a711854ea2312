import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';

export const SECURITY_SETTINGS = 'SecuritySettings';

const FIELDS = {
  /** The agency's id. */
  _id: String,
  secondFactorRequired: Boolean,
};

export type SecuritySettingsDocument = Stored<typeof FIELDS>;

export const securitySettingsSchema = schemaOf<SecuritySettingsDocument>(FIELDS, {
  collection: 'securitySettings',
  versionKey: false,
});
