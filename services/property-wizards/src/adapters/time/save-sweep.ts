import { Clock } from '@intervia/clock';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { ResumeSavesHandler } from '../../application/save/resume-saves.handler.js';

const EVERY_MS = 3_000;

/** Takes up final saves that a crash or an outage left: at boot, then every three seconds, and when time is moved. */
@Injectable()
export class SaveSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SaveSweep.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private forget?: () => void;

  constructor(
    private readonly resume: ResumeSavesHandler,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
    this.timer = setInterval(() => this.start(), EVERY_MS);
    this.forget = this.clock.onMoved(() => this.start());
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.forget?.();
    await this.running;
  }

  private start(): void {
    this.running ??= this.sweep().finally(() => {
      this.running = undefined;
    });
  }

  private async sweep(): Promise<void> {
    try {
      await this.resume.execute();
    } catch (error) {
      this.logger.warn({ err: error }, 'sweep of final saves failed');
    }
  }
}
