import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Account, SendingItem } from '../../application/ports/stores.js';
import type { Estimate } from '../../domain/estimate/estimate.js';
import type { Feed } from '../../domain/feed/feed.js';
import type { RecordKind } from '../../domain/feed/record.js';

type Doc<T> = T & { _id: string };

export type AccountDoc = Doc<Account>;
export type EstimateDoc = Doc<Omit<Estimate, 'id'> & { agencyId: string }>;
/** Null stands for what is not there: a later change leaves nothing of before. */
export type FeedDoc = Doc<
  Omit<Feed, 'lastSentAt' | 'failure' | 'nextAt'> & {
    lastSentAt: Date | null;
    failure: Feed['failure'] | null;
    nextAt: Date | null;
    holder: string;
    heldUntil: Date;
  }
>;
export interface SendingDoc {
  _id: string;
  agencyId: string;
  entityId: string;
  seq: number;
  day: string;
  bytes: Buffer;
  items: SendingItem[];
  records: number;
  state: 'WAITING' | 'SENDING' | 'SENT';
  attempts: number;
  madeAt: Date;
  sentAt: Date | null;
  failureCode: string;
}
export interface RecordDoc {
  _id: string;
  agencyId: string;
  entityId: string;
  kind: RecordKind;
  unitId: string;
  said: string;
  at: Date;
}

export const NAMES = {
  accounts: 'JestimoAccount',
  estimates: 'JestimoEstimate',
  feeds: 'JestimoFeed',
  sendings: 'JestimoSending',
  records: 'JestimoRecord',
} as const;

const text = { type: String, required: true };
const empty = { type: String, default: '' };
const flag = { type: Boolean, required: true };
const count = { type: Number, required: true };
const at = { type: Date, required: true };
const maybeAt = { type: Date, default: null };
/** Plain values of the domain, checked there. */
const value = Schema.Types.Mixed;

const options = (collection: string) => ({ collection, versionKey: false as const, minimize: false });
const own = { _id: text, agencyId: text };

const accounts = schemaOf<AccountDoc>(
  { ...own, userId: text, login: text, sealedPassword: text, savedAt: at },
  options('accounts'),
);
accounts.index({ agencyId: 1, userId: 1 }, { unique: true });

const estimates = schemaOf<EstimateDoc>(
  { ...own, unitId: text, kind: text, madeAt: at, userId: empty, userName: empty, answer: value },
  options('estimates'),
);
estimates.index({ agencyId: 1, unitId: 1, madeAt: -1 });

const feeds = schemaOf<FeedDoc>(
  {
    ...{ ...own, entityId: text, enabled: flag, initialised: flag, sealedKey: text, userId: empty },
    ...{ sentThrough: empty, lastSentAt: maybeAt, lastRecords: count, failure: value, nextAt: maybeAt },
    ...{ holder: empty, heldUntil: { type: Date, default: new Date(0) } },
  },
  options('feeds'),
);
feeds.index({ agencyId: 1, entityId: 1 }, { unique: true });
// Across agencies, for the sweep alone.
feeds.index({ nextAt: 1 });

const sendings = schemaOf<SendingDoc>(
  {
    ...{ ...own, entityId: text, seq: count, day: text, bytes: Buffer, items: value, records: count },
    ...{ state: text, attempts: count, madeAt: at, sentAt: maybeAt, failureCode: empty },
  },
  options('sendings'),
);
sendings.index({ agencyId: 1, entityId: 1, seq: 1 }, { unique: true });
sendings.index({ agencyId: 1, madeAt: -1, seq: -1 });

const records = schemaOf<RecordDoc>(
  { ...own, entityId: text, kind: text, unitId: text, said: empty, at },
  options('records'),
);
records.index({ agencyId: 1, entityId: 1, kind: 1, unitId: 1 }, { unique: true });

export const SCHEMAS = [
  { name: NAMES.accounts, schema: accounts },
  { name: NAMES.estimates, schema: estimates },
  { name: NAMES.feeds, schema: feeds },
  { name: NAMES.sendings, schema: sendings },
  { name: NAMES.records, schema: records },
];
