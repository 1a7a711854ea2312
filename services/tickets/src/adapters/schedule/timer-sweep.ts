import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DueAlarm } from '../../application/timers/due-alarm.js';
import { FireDueTimersHandler } from '../../application/timers/fire-due-timers.handler.js';

/** How often it looks without being told: another replica armed a timer, or died with tickets in hand. */
const LOOK_EVERY_MS = 30_000;
/** After a failure: whoever is away needs time. */
const RETRY_MS = 5_000;

/**
 * Fires when the earliest timer is due: armed by what was saved here and by what the database says after each sweep,
 * at boot, and as soon as the clock was moved.
 */
@Injectable()
export class TimerSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimerSweep.name);
  private running?: Promise<void>;
  private again = false;
  private readonly stopping = new AbortController();
  private stopListening?: () => void;
  private armed?: { readonly at: Date; readonly timeout: NodeJS.Timeout };

  constructor(
    private readonly fireDueTimers: FireDueTimersHandler,
    private readonly alarm: DueAlarm,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.alarm.listen((at) => this.arm(at));
    this.stopListening = this.clock.onMoved(() => this.sweep());
    this.sweep();
  }

  /** Waits for the tickets in hand: the database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.stopListening?.();
    this.disarm();
    await this.running;
  }

  /** Reads one entry of an index. */
  @Interval(LOOK_EVERY_MS)
  async look(): Promise<void> {
    try {
      const at = await this.fireDueTimers.nextAt();
      if (at) this.arm(at);
    } catch (error) {
      this.logger.warn(error);
    }
  }

  private sweep(): void {
    if (this.stopping.signal.aborted) return;
    this.disarm();
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
        await this.look();
      } catch (error) {
        // What was claimed waits for the end of its lease.
        this.logger.error(error);
        this.arm(new Date(this.clock.now().getTime() + RETRY_MS));
      }
    } while (this.again && !this.stopping.signal.aborted);
  }

  /** The earliest of all that was told counts. What is further than the next look is left to it. */
  private arm(at: Date): void {
    const inMs = Math.max(0, at.getTime() - this.clock.now().getTime());
    if (this.stopping.signal.aborted || inMs > LOOK_EVERY_MS || (this.armed && this.armed.at <= at)) return;
    this.disarm();
    this.armed = { at, timeout: setTimeout(() => this.sweep(), inMs) };
  }

  private disarm(): void {
    clearTimeout(this.armed?.timeout);
    this.armed = undefined;
  }
}
