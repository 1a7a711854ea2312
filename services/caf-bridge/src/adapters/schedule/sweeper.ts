import type { Clock } from '@intervia/clock';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { SendRadiationsHandler } from '../../application/radiations/send-radiations.handler.js';
import type { WatchStatementsHandler } from '../../application/statements/watch-statements.handler.js';
import type { SweepHandler } from '../../application/sweep.handler.js';

const EVERY_MS = 10_000;
/** Departures validated together come as one event each: they share a file. */
const GATHERED_MS = 1_500;

/** Runs what goes on by itself: at boot, every ten seconds, when the clock was moved, and soon after a departure. */
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private soon?: NodeJS.Timeout;
  private forget?: () => void;
  private readonly working = new Set<Promise<void>>();
  private closed = false;

  constructor(
    private readonly sweep: SweepHandler,
    private readonly radiations: SendRadiationsHandler,
    private readonly folder: WatchStatementsHandler,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.run(() => this.sweep.execute()), EVERY_MS);
    this.forget = this.clock.onMoved(() => this.run(() => this.sweep.execute()));
    this.run(() => this.sweep.execute());
  }

  /** Somebody left: what waits is sent once no more come. */
  departed(): void {
    clearTimeout(this.soon);
    if (!this.closed) this.soon = setTimeout(() => this.run(() => this.radiations.execute()), GATHERED_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.soon);
    this.forget?.();
    await this.folder.stop();
    await Promise.all(this.working);
  }

  private run(work: () => Promise<void>): void {
    if (this.closed) return;
    const running = work()
      .catch(() => undefined)
      .finally(() => this.working.delete(running));
    this.working.add(running);
  }
}
