import type { Stored } from '@intervia/mongo';
import { as, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AccessControl } from '../../../domain/accounts/access.js';

export const ACCESS_CONTROL = 'AccessControl';

const FIELDS = {
  /** The agency's id. */
  _id: String,
  version: Number,
  rules: as<AccessControl['rules']>(Schema.Types.Mixed),
};

export type AccessControlDocument = Stored<typeof FIELDS>;

export const accessControlSchema = schemaOf<AccessControlDocument>(FIELDS, {
  collection: 'accessControls',
  versionKey: false,
  minimize: false,
});
