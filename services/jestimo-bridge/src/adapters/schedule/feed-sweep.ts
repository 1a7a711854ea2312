import { Clock } from '@intervia/clock';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FeedSweepHandler } from '../../application/feed/feed-sweep.handler.js';

/** How soon the change of day, or a replica that died, is noticed. */
const LOOK_EVERY_MS = 30_000;

/** Looks for feeds that are due: at boot, every half minute, when the clock was moved, and when somebody asked. */
@Injectable()
export class FeedSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(FeedSweep.name);
  private readonly stopping = new AbortController();
  private running?: Promise<void>;
  private again = false;
  private forget?: () => void;

  constructor(
    private readonly feeds: FeedSweepHandler,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.forget = this.clock.onMoved(() => this.soon());
    this.soon();
  }

  /** Waits for the sending in hand: the database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.forget?.();
    await this.running;
  }

  @Interval(LOOK_EVERY_MS)
  look(): void {
    this.soon();
  }

  soon(): void {
    if (this.stopping.signal.aborted) return;
    this.again = this.running !== undefined;
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.feeds.execute(this.stopping.signal);
      } catch (error) {
        // What was claimed waits for the end of its lease.
        this.logger.error(error);
      }
    } while (this.again && !this.stopping.signal.aborted);
  }
}
