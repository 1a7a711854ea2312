import type { AccountFile } from '../../../../domain/property/account.js';
import { EMPTY_ACCOUNT } from '../../../../domain/property/account.js';
import { searchWords, sortKey } from '../../../../domain/search-words.js';
import type { AccountDocument } from './account.schema.js';
import { plainOf } from '../record.schema.js';

export const accountKeys = (account: AccountFile) => ({
  record: plainOf(account),
  kind: account.kind,
  entityId: account.entityId,
  number: account.number,
  partyIds: [account.partyId, ...account.jointOwners.map(({ partyId }) => partyId)],
  words: searchWords(account.label, account.number),
  sortKey: `${sortKey(account.number)} ${account.id}`,
});

/** Movements move the balance, not the record. */
export const toAccount = ({ record, id, version, balanceCents }: AccountDocument): AccountFile => ({
  ...EMPTY_ACCOUNT,
  ...record,
  id,
  version,
  balanceCents: balanceCents ?? 0,
});
