import { openRedis } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { ArchiveQueue } from '../../application/ports/archive-queue.js';
import { MAX_ATTEMPTS } from '../../domain/archive.js';
import type { Archive } from '../../domain/archive.js';

export const QUEUE_NAME = 'reporting-archives';

export interface ArchiveJob {
  agencyId: string;
  ticketId: string;
}

const FIRST_PAUSE_MS = 5_000;

export class BullmqArchiveQueue extends ArchiveQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(BullmqArchiveQueue.name);
  private readonly client: Redis;
  private readonly queue: Queue<ArchiveJob>;

  constructor(redisUrl: string) {
    super();
    this.client = openRedis(redisUrl, this.logger);
    this.queue = new Queue<ArchiveJob>(QUEUE_NAME, {
      connection: this.client,
      defaultJobOptions: {
        // The database counts the builds and gives up; the queue only paces them.
        attempts: MAX_ATTEMPTS + 1,
        backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
        removeOnComplete: true,
        removeOnFail: true,
      },
    });
    this.queue.on('error', (error) => this.logger.warn({ err: error }, 'queue error'));
  }

  /** Nobody waits for a Redis that is away: what is pending is in the database, and the next sweep adds it. */
  async add(archives: readonly Archive[]): Promise<void> {
    if (archives.length === 0 || this.client.status !== 'ready') return;
    try {
      await this.queue.addBulk(archives.map(toJob));
    } catch (error) {
      this.logger.warn({ err: error }, 'queue not reachable, archives wait for the next sweep');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close().catch(() => undefined);
    this.client.disconnect();
  }
}

/** The archive's id is the job's: a ticket has at most one job. */
const toJob = ({ id, agencyId, ticketId }: Archive) => ({
  name: 'build',
  data: { agencyId, ticketId },
  opts: { jobId: id },
});
