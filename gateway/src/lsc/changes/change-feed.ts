import { AppError, EventFeed } from '@intervia/messaging';
import type { FeedBounds } from '@intervia/messaging';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { GatewayEnv } from '../../gateway.env.js';
import type { Change } from '@intervia/contracts/changes';
import { CHANGE_SCHEMAS, changeOf } from '@intervia/contracts/changes';
import { CursorOfAnother, CursorSeal, CursorTooOld } from './change-cursor.js';

/** A page is held in memory while it is made: a file of rental management may be long. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** Posts of LSC that wait at the same time; each holds a connection. */
const MOST_WAITING = 50;

export interface Asked {
  readonly agencyId: string;
  /** Absent: from the oldest change that is kept. */
  readonly cursor: string | undefined;
  readonly limit: number;
  /** How long to wait for a change when there is none. */
  readonly waitMs: number;
  /** Aborted when whoever asks has gone. */
  readonly gone: AbortSignal;
}

export interface Page {
  readonly items: readonly Change[];
  /** Cursor after the items. */
  readonly next: string;
  /** Whether there are more already. */
  readonly more: boolean;
}

interface Read {
  readonly items: readonly Change[];
  readonly next: number;
  readonly more: boolean;
}

class TooManyPolls extends AppError.of('TOO_MANY_POLLS', 'unavailable') {}

/**
 * What changed for an agency, in the order of the bus. The stream of facts is the store: durable, ordered, bounded by age,
 * and it tells when something comes, so that whoever waits asks no database.
 */
@Injectable()
export class ChangeFeed implements BeforeApplicationShutdown {
  private readonly seal: CursorSeal;
  private readonly stopping = new AbortController();
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly feed: EventFeed,
    env: GatewayEnv,
  ) {
    this.seal = new CursorSeal(env.CURSOR_SECRET);
  }

  /** Whoever waits is answered, and asks the next gateway. */
  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** The cursor of now: what is read after it was given is at least as new. */
  async now(agencyId: string): Promise<string> {
    const { madeAt, last } = await this.feed.bounds();
    return this.seal.seal({ agencyId, madeAt, sequence: last });
  }

  /** @throws CURSOR_INVALID, CURSOR_OF_ANOTHER, CURSOR_TOO_OLD, TOO_MANY_POLLS */
  async page(asked: Asked): Promise<Page> {
    const bounds = await this.feed.bounds();
    const after = this.placeOf(asked, bounds);
    let read = await this.stored(asked, after);
    if (read.items.length === 0 && asked.waitMs > 0 && (await this.hears(asked, read.next)))
      read = await this.stored(asked, read.next);
    const { agencyId } = asked;
    const next = this.seal.seal({ agencyId, madeAt: bounds.madeAt, sequence: read.next });
    return { items: read.items, next, more: read.more };
  }

  private placeOf({ agencyId, cursor }: Asked, { madeAt, first, last }: FeedBounds): number {
    if (cursor === undefined) return first - 1;
    const place = this.seal.open(cursor);
    if (place.agencyId !== agencyId) throw new CursorOfAnother();
    const isKept = place.madeAt === madeAt && place.sequence >= first - 1 && place.sequence <= last;
    if (!isKept) throw new CursorTooOld();
    return place.sequence;
  }

  /** What is stored after the place, as far as a page goes. */
  private async stored({ agencyId, limit, gone }: Asked, after: number): Promise<Read> {
    // Asked before it is read: what comes meanwhile is for the next page, or told twice, and not passed over.
    const { last } = await this.feed.bounds();
    const items: Change[] = [];
    let bytes = 0;
    const options = { schemas: CHANGE_SCHEMAS, agencyId, afterSequence: after, onlyStored: true };
    for await (const item of this.feed.read({ ...options, signal: gone })) {
      const change = changeOf(item);
      if (!change) continue;
      bytes += JSON.stringify(change).length;
      if (items.length === limit || (bytes > PAGE_BYTES && items.length > 0))
        return { items, next: items.at(-1)?.seq ?? after, more: true };
      items.push(change);
    }
    // A reading that was cut short says nothing about what it did not reach.
    if (gone.aborted || !this.feed.isOpen) throw new AppError('SERVICE_UNAVAILABLE', 'unavailable');
    return { items, next: Math.max(last, items.at(-1)?.seq ?? after), more: false };
  }

  /** @returns whether a change came before the time was over */
  private async hears({ agencyId, waitMs, gone }: Asked, after: number): Promise<boolean> {
    const others = this.waiting.get(agencyId) ?? 0;
    if (others >= MOST_WAITING) throw new TooManyPolls();
    this.waiting.set(agencyId, others + 1);
    try {
      const signal = AbortSignal.any([gone, this.stopping.signal, AbortSignal.timeout(waitMs)]);
      const options = { schemas: CHANGE_SCHEMAS, agencyId, afterSequence: after, signal };
      for await (const item of this.feed.read(options)) if (changeOf(item)) return true;
      return false;
    } finally {
      const left = (this.waiting.get(agencyId) ?? 1) - 1;
      if (left > 0) this.waiting.set(agencyId, left);
      else this.waiting.delete(agencyId);
    }
  }
}
