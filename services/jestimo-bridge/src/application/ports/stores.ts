import type { Estimate } from '../../domain/estimate/estimate.js';
import type { Feed } from '../../domain/feed/feed.js';
import type { RecordKind } from '../../domain/feed/record.js';

/** A user's account with the partner; the password is sealed. */
export interface Account {
  agencyId: string;
  userId: string;
  login: string;
  sealedPassword: string;
  savedAt: Date;
}

export abstract class Accounts {
  abstract find(agencyId: string, userId: string): Promise<Account | undefined>;
  abstract list(agencyId: string): Promise<Account[]>;
  abstract save(accounts: readonly Account[]): Promise<void>;
  abstract delete(agencyId: string, userId: string): Promise<void>;
}

export abstract class Estimates {
  abstract find(agencyId: string, id: string): Promise<Estimate | undefined>;
  /** The first of two with the same id stays. */
  abstract add(agencyId: string, estimate: Estimate): Promise<void>;
  abstract ofUnit(agencyId: string, unitId: string, limit: number): Promise<Estimate[]>;
  /** Of whoever made them neither id nor name is left. @returns of how many */
  abstract forgetUser(agencyId: string, userId: string): Promise<number>;
}

export type FeedChange = Partial<Omit<Feed, 'agencyId' | 'entityId' | 'sealedKey'>>;

/** A feed in one replica's hands until then: nobody else prepares or sends it meanwhile. */
export interface Claim {
  holder: string;
  until: Date;
}

export abstract class Feeds {
  abstract find(agencyId: string, entityId: string): Promise<Feed | undefined>;
  abstract list(agencyId: string): Promise<Feed[]>;
  /** Made when it is not there. */
  abstract set(fresh: Feed, change: FeedChange): Promise<Feed>;
  /** One that is due and in nobody's hands is in the holder's from now on. */
  abstract claimDue(now: Date, claim: Claim): Promise<Feed | undefined>;
  /** False: it is in other hands meanwhile. */
  abstract keep(feed: Feed, holder: string, until: Date): Promise<boolean>;
  /** By whoever holds it. False: it is in other hands meanwhile. */
  abstract change(feed: Feed, holder: string, change: FeedChange): Promise<boolean>;
  abstract release(feed: Feed, holder: string): Promise<void>;
  /** Those that wait for these users' accounts are due at once. */
  abstract wake(agencyId: string, userIds: readonly string[], now: Date): Promise<void>;
}

export interface SendingItem {
  unitId: string;
  kind: RecordKind;
  /** What it says of the unit (`saidOf`). */
  said: string;
}

/** One request to the partner: its bytes never change, so that the same goes again whatever happens. */
export interface Sending {
  id: string;
  agencyId: string;
  entityId: string;
  seq: number;
  day: string;
  bytes: Buffer;
  items: SendingItem[];
  /** SENDING is written before the first byte goes: found after a crash, the partner is asked whether it has it. */
  state: 'WAITING' | 'SENDING' | 'SENT';
  attempts: number;
  madeAt: Date;
  sentAt: Date | undefined;
  failureCode: string;
}

export type SendingLine = Omit<Sending, 'bytes' | 'items'> & { records: number };

export abstract class Sendings {
  /** False: another one has its number. */
  abstract add(sending: Sending): Promise<boolean>;
  /** Of a feed that was switched off: what nobody began to send. */
  abstract dropWaiting(agencyId: string, entityId: string): Promise<void>;
  abstract nextSeq(agencyId: string, entityId: string): Promise<number>;
  /** The first that is not sent. */
  abstract next(agencyId: string, entityId: string): Promise<Sending | undefined>;
  abstract beginAttempt(sending: Sending): Promise<boolean>;
  abstract settle(
    sending: Sending,
    change: { state: Sending['state']; sentAt?: Date; failureCode: string },
  ): Promise<void>;
  abstract list(agencyId: string, entityId: string, limit: number): Promise<SendingLine[]>;
  /** When the newest was sent, and how many records were sent as of its day. */
  abstract lastSent(
    agencyId: string,
    entityId: string,
  ): Promise<{ sentAt: Date; records: number } | undefined>;
}

/** What the partner was told of each unit. */
export abstract class SentRecords {
  abstract said(
    agencyId: string,
    entityId: string,
    kind: RecordKind,
    unitIds: readonly string[],
  ): Promise<Map<string, string>>;
  abstract save(agencyId: string, entityId: string, items: readonly SendingItem[], at: Date): Promise<void>;
  abstract count(agencyId: string, entityId: string): Promise<number>;
}
