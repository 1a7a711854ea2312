import type { OutboxFields } from '@intervia/mongo';
import { outboxDefinition } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { AccountFile } from '../../../../domain/property/account.js';
import type { Allocation, Posting } from '../../../../domain/property/posting.js';
import type { RecordDocument } from '../record.schema.js';
import { recordSchema } from '../record.schema.js';

export const ACCOUNT = 'Account';

/** A movement that stands in the account until it is a document of its own and its rent calls are told. */
export interface JournalEntry extends Posting {
  allocations: Allocation[];
  /** Among the account's movements, padded. Older ones have none: theirs is the account's version. */
  sequence?: string;
}

export interface AccountDocument extends RecordDocument<AccountFile>, OutboxFields {
  kind: string;
  entityId: string;
  number: string;
  /** The holder and the joint owners. */
  partyIds: string[];
  words: string[];
  sortKey: string;
  balanceCents: number;
  /** Of movements: the record has a version of its own. */
  ledgerVersion: number;
  journal: JournalEntry[];
}

export const accountSchema = recordSchema<AccountDocument>('accounts', {
  kind: String,
  entityId: String,
  number: String,
  partyIds: [String],
  words: [String],
  sortKey: String,
  balanceCents: Number,
  ledgerVersion: Number,
  journal: { type: [Schema.Types.Mixed], default: [] },
  ...outboxDefinition,
});
accountSchema.index({ agencyId: 1, sortKey: 1 });
accountSchema.index({ agencyId: 1, kind: 1, sortKey: 1 });
accountSchema.index({ agencyId: 1, entityId: 1, number: 1 });
accountSchema.index({ agencyId: 1, number: 1 });
accountSchema.index({ agencyId: 1, partyIds: 1 });
accountSchema.index({ agencyId: 1, words: 1 });
