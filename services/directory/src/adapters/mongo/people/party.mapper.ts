import type { Party } from '../../../domain/records.js';
import { searchWords, sortKey } from '../../../domain/search-words.js';
import type { PartyDocument } from './party.schema.js';

/** By what parties are found and ordered. */
export const partyKeys = ({ id, name, mails }: Party, code = '') => ({
  words: searchWords(name, code, ...mails),
  sortKey: `${sortKey(name)} ${id}`,
});

export const toPartyDocument = (agencyId: string, party: Party, code?: string): PartyDocument => ({
  ...party,
  ...partyKeys(party, code),
  agencyId,
});

export const toParty = ({ id, name, mails, mobiles, phone }: Party): Party => ({
  id,
  name,
  mails,
  mobiles,
  phone,
});
