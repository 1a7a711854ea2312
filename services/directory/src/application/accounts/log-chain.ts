import { createHash, createHmac } from 'node:crypto';
import type { LoggedPerson, SecurityEventKind } from '../../domain/accounts/security-event.js';

/** Empty: hashes tell a slip, and not somebody who writes into the database. */
export class LogKey {
  constructor(readonly secret: string) {}
}

/** What never changes of an entry; how often it was repeated is no part of it. */
export interface LogEntry {
  readonly agencyId: string;
  readonly kind: SecurityEventKind;
  readonly person: LoggedPerson;
  readonly address: string;
  readonly device: string;
  readonly about?: string;
  readonly at: Date;
  /** Its place in the agency's log, from 1, without a gap. */
  readonly seq: number;
  /** Of the entry before; empty for the first. */
  readonly previous: string;
}

export interface ChainedEntry extends LogEntry {
  readonly hash: string;
  /** Seals what is left of an entry that somebody was struck out of. */
  readonly erasure?: string;
}

/** Covers all that an entry says and the hash before it: changing one breaks all that follow. */
export const hashOf = (entry: LogEntry, { secret }: LogKey): string => digest(canonical(entry), secret);

/** Only who has the key strikes somebody out. */
export const sealOf = (left: ChainedEntry, { secret }: LogKey): string =>
  digest(`erased ${left.hash} ${canonical(left)}`, secret);

/** @returns the first entry that does not hold; those before the oldest went when they were a year old */
export class LogVerifier {
  private last?: ChainedEntry;
  entries = 0;
  brokenAt?: number;

  constructor(private readonly key: LogKey) {}

  /** In their order. */
  read(entry: ChainedEntry): void {
    const { last } = this;
    this.entries += 1;
    this.last = entry;
    const follows = last === undefined || (entry.seq === last.seq + 1 && entry.previous === last.hash);
    const holds =
      entry.erasure === undefined
        ? entry.hash === hashOf(entry, this.key)
        : entry.erasure === sealOf(entry, this.key);
    if (!follows || !holds) this.brokenAt ??= entry.seq;
  }
}

const canonical = ({ agencyId, kind, person, address, device, about, at, seq, previous }: LogEntry): string =>
  JSON.stringify([
    ...[previous, seq, agencyId, kind, person.kind, person.id, person.name],
    ...[address, device, about ?? '', at.toISOString()],
  ]);

const digest = (text: string, key: string): string =>
  key === ''
    ? createHash('sha256').update(text).digest('hex')
    : createHmac('sha256', key).update(text).digest('hex');
