import { Clock } from '@intervia/clock';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { LogAnchors, LogHeads } from '../ports/accounts/log-anchors.js';

const LOOK_EVERY_MS = 3_600_000;

/** Once a day, how far each log of security came is written outside the database. */
@Injectable()
export class AnchorLog implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AnchorLog.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;

  constructor(
    private readonly anchors: LogAnchors,
    private readonly heads: LogHeads,
    private readonly clock: Clock,
  ) {}

  /** Looks every hour whether the day is anchored: a process that slept through midnight does it later. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.start(), LOOK_EVERY_MS);
    this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Nothing when today is anchored already. */
  async execute(): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const last = await this.anchors.lastDay();
    if (last === undefined || last < today) await this.anchors.write(today, this.heads.all());
  }

  private start(): void {
    this.running ??= this.execute()
      .catch((error: unknown) => {
        this.logger.error({ err: error }, 'logs of security could not be anchored; tried again in an hour');
      })
      .finally(() => {
        this.running = undefined;
      });
  }
}
