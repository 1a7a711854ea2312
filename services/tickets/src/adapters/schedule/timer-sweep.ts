import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FireDueTimersHandler } from '../../application/fire-due-timers.handler.js';

const EVERY_MS = 5_000;

/** Looks for due timers every few seconds, at boot, and as soon as the clock was moved. */
@Injectable()
export class TimerSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimerSweep.name);
  private running?: Promise<void>;
  private again = false;
  private readonly stopping = new AbortController();
  private stopListening?: () => void;

  constructor(
    private readonly fireDueTimers: FireDueTimersHandler,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.clock.onMoved(() => this.sweep());
    this.sweep();
  }

  /** Waits for the tickets in hand: the database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.stopListening?.();
    await this.running;
  }

  @Interval(EVERY_MS)
  sweep(): void {
    if (this.stopping.signal.aborted) return;
    this.again = this.running !== undefined;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    do {
      this.again = false;
      try {
        await this.fireDueTimers.execute(this.stopping.signal);
      } catch (error) {
        // The next sweep tries again; what was claimed waits for the end of its lease.
        this.logger.error(error);
      }
    } while (this.again && !this.stopping.signal.aborted);
  }
}
