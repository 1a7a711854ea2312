import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';

export const AGENCY = 'Agency';

const FIELDS = {
  /** The agency's id. */
  _id: String,
  name: String,
  address: String,
  phone: String,
  mail: String,
  hideMailFromContractors: Boolean,
  smsSender: String,
};

export type AgencyDocument = Stored<typeof FIELDS>;

export const agencySchema = schemaOf<AgencyDocument>(FIELDS, { collection: 'agencies', versionKey: false });
