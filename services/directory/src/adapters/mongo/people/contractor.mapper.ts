import type { Contractor } from '../../../domain/records.js';
import { searchWords, sortKey } from '../../../domain/search-words.js';
import type { ContractorDocument } from './contractor.schema.js';
import { toParty } from './party.mapper.js';

export const toContractorDocument = (agencyId: string, contractor: Contractor): ContractorDocument => ({
  ...contractor,
  agencyId,
  words: searchWords(contractor.party.name, contractor.account, contractor.trade, contractor.address),
  sortKey: sortKey(contractor.party.name),
});

export const toContractor = ({
  id,
  account,
  trade,
  party,
  channels,
  address,
}: ContractorDocument): Contractor => ({
  id,
  account,
  trade,
  party: toParty(party),
  channels: { mail: channels.mail, sms: channels.sms },
  address,
});
