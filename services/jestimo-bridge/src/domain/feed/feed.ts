import type { PartnerFailureCode } from '../values/errors.js';

/** Why a feed stands still, until when. */
export interface Failure {
  code: PartnerFailureCode | 'JESTIMO_ACCOUNT_MISSING' | 'JESTIMO_NOT_CONFIGURED' | 'INTERNAL';
  at: Date;
  /** In a row. */
  count: number;
}

/** What an entity gives the partner; off until somebody says so. */
export interface Feed {
  agencyId: string;
  entityId: string;
  enabled: boolean;
  /** Sealed. Makes the ids of records; never changes, so that a record keeps its id. */
  sealedKey: string;
  /** Under whose account it is sent. */
  userId: string;
  /** Whether "Initialisation à J-1" was asked; until then nothing goes by itself. */
  initialised: boolean;
  /** The day as of which all is sent; empty: nothing was. */
  sentThrough: string;
  lastSentAt: Date | undefined;
  lastRecords: number;
  failure: Failure | undefined;
  /** When it is looked at next. */
  nextAt: Date | undefined;
}

export type FeedState = 'OFF' | 'READY' | 'SENDING' | 'SENT' | 'FAILING';

export function stateOf({ enabled, initialised, failure, sentThrough, nextAt }: Feed, now: Date): FeedState {
  if (!enabled) return 'OFF';
  if (!initialised) return 'READY';
  if (failure) return 'FAILING';
  return sentThrough !== '' && nextAt && nextAt > now ? 'SENT' : 'SENDING';
}

const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 60;

/** 1, 2, 4 … minutes, an hour at most; later where the partner says so, a day at most. */
export function retryDelayMs(failures: number, retryAfterSeconds = 0): number {
  const own = Math.min(2 ** Math.max(0, failures - 1), LONGEST_MINUTES) * MINUTE_MS;
  return Math.max(own, Math.min(retryAfterSeconds, 86_400) * 1_000);
}
