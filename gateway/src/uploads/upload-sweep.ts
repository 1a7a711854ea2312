import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';

const EVERY_MS = 6 * 3600_000;

/** Takes away, now and then, uploads that no request came to name. Two replicas that do it at once do no harm. */
@Injectable()
export class UploadSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(UploadSweep.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(): Promise<void> {
    try {
      const swept = await this.store.sweep(this.clock.now());
      if (swept.documents + swept.blobs > 0) this.logger.log(swept, 'took away uploads that nothing names');
    } catch (error) {
      this.logger.warn({ err: error }, 'uploads could not be swept; tried again later');
    }
  }
}
