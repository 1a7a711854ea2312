import type { Agency } from '../../domain/records.js';
import type { AgencyDocument } from './agency.schema.js';

export const toAgencyDocument = ({ id, ...rest }: Agency): AgencyDocument => ({ _id: id, ...rest });

export const toAgency = ({ _id, ...rest }: AgencyDocument): Agency => ({ id: _id, ...rest });
