import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RetentionOfTickets } from '../../application/privacy/retention.js';

const LOOK_EVERY_MS = 3_600_000;

/** Looks every hour which agency has its turn. */
@Injectable()
export class DailyRetention {
  private readonly logger = new Logger(DailyRetention.name);

  constructor(private readonly retention: RetentionOfTickets) {}

  @Interval(LOOK_EVERY_MS)
  async run(): Promise<void> {
    try {
      const deleted = await this.retention.run();
      if (deleted > 0)
        this.logger.log({ deleted }, 'deleted tickets that were kept as long as their agency wants');
    } catch (error) {
      this.logger.error({ err: error }, 'tickets could not be deleted by their rule; tried again tomorrow');
    }
  }
}
