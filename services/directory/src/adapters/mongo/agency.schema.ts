import { Schema } from 'mongoose';

export const AGENCY = 'Agency';

export interface AgencyDocument {
  /** The agency's id. */
  _id: string;
  name: string;
  address: string;
  phone: string;
  mail: string;
  hideMailFromContractors: boolean;
  smsSender: string;
}

export const agencySchema = new Schema<AgencyDocument>(
  {
    _id: String,
    name: String,
    address: String,
    phone: String,
    mail: String,
    hideMailFromContractors: Boolean,
    smsSender: String,
  },
  { collection: 'agencies', versionKey: false },
);
