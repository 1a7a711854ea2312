import { openRedis } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { WorkQueue } from '../../application/ports/work-queue.js';
import type { Work } from '../../application/ports/work-queue.js';

export const WORK_QUEUE = 'reporting-work';

const FIRST_PAUSE_MS = 5_000;
/** The database says what is to be done; the queue only paces it. */
const ATTEMPTS = 20;

export class BullmqWorkQueue extends WorkQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(BullmqWorkQueue.name);
  private readonly client: Redis;
  private readonly queue: Queue<Work>;

  constructor(redisUrl: string) {
    super();
    this.client = openRedis(redisUrl, this.logger);
    this.queue = new Queue<Work>(WORK_QUEUE, {
      connection: this.client,
      defaultJobOptions: {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
        removeOnComplete: true,
        removeOnFail: true,
      },
    });
    this.queue.on('error', (error) => this.logger.warn({ err: error }, 'queue error'));
  }

  async add(work: readonly Work[]): Promise<void> {
    if (work.length === 0 || this.client.status !== 'ready') return;
    try {
      await this.queue.addBulk(
        work.map((data) => ({ name: data.kind, data, opts: { jobId: `${data.kind}-${data.id}` } })),
      );
    } catch (error) {
      this.logger.warn({ err: error }, 'queue not reachable, work waits for the next sweep');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close().catch(() => undefined);
    this.client.disconnect();
  }
}
