import type { Party } from '../../domain/records.js';
import type { PartyDocument } from './party.schema.js';

export const toPartyDocument = (agencyId: string, party: Party): PartyDocument => ({ ...party, agencyId });

export const toParty = ({ id, name, mails, mobiles, phone }: Party): Party => ({
  id,
  name,
  mails,
  mobiles,
  phone,
});
