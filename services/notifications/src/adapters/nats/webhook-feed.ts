import { CHANGE_SCHEMAS, changeOf } from '@intervia/contracts/changes';
import type { EventFeed, FeedItem } from '@intervia/messaging';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { FeedPlace } from '../../application/ports/webhooks/feed-place.js';
import type { SpreadChangeHandler } from '../../application/webhooks/spread-change.handler.js';

/** Read again after a crash, and told once all the same: a delivery's id is made of its fact's. */
const SAVED_EVERY = 100;
const AGAIN_MS = 1_000;

/**
 * Reads the facts in the order of the bus, as the change feed does, from where it was when it stopped. Each replica reads
 * them all: the same delivery made twice is one.
 */
export class WebhookFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookFeed.name);
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: EventFeed,
    private readonly place: FeedPlace,
    private readonly spread: SpreadChangeHandler,
  ) {}

  onApplicationBootstrap(): void {
    this.following = this.follow();
  }

  /** Before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.read(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.logger.warn({ err: error }, 'reading the facts for webhooks again soon');
      }
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async read(signal: AbortSignal): Promise<void> {
    const { madeAt, first, last } = await this.feed.bounds();
    const known = await this.place.read();
    const isSame = known?.madeAt === madeAt;
    // The first start of all begins with what comes; a stream that was made anew is read from its beginning.
    const afterSequence = isSame ? known.sequence : known ? first - 1 : last;
    if (!isSame) await this.place.save({ madeAt, sequence: afterSequence });
    let unsaved = 0;
    for await (const item of this.feed.read({ schemas: CHANGE_SCHEMAS, afterSequence, signal })) {
      const isTold = await this.tell(item);
      unsaved += 1;
      if (!isTold && unsaved < SAVED_EVERY) continue;
      await this.place.save({ madeAt, sequence: item.meta.sequence });
      unsaved = 0;
    }
  }

  /** @returns whether somebody is told of it */
  private async tell(item: FeedItem): Promise<boolean> {
    const change = changeOf(item);
    if (!change) return false;
    return this.spread.execute(item.meta.agencyId, item.meta.id, change);
  }
}
