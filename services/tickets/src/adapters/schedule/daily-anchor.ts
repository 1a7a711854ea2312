import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AnchorHistoriesHandler } from '../../application/history/anchor-histories.handler.js';

const LOOK_EVERY_MS = 3_600_000;

/** Looks every hour whether the day is anchored: a process that slept through midnight does it later. */
@Injectable()
export class DailyAnchor implements OnApplicationBootstrap {
  private readonly logger = new Logger(DailyAnchor.name);

  constructor(private readonly anchorHistories: AnchorHistoriesHandler) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  @Interval(LOOK_EVERY_MS)
  async run(): Promise<void> {
    try {
      await this.anchorHistories.execute();
    } catch (error) {
      this.logger.error({ err: error }, 'histories could not be anchored; tried again in an hour');
    }
  }
}
