import type { HealthRegistry } from '@intervia/observability';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { BuildArchiveHandler } from '../../application/build-archive.handler.js';
import type { RequeueArchivesHandler } from '../../application/requeue-archives.handler.js';
import { QUEUE_NAME } from './bullmq-archive-queue.js';
import type { ArchiveJob } from './bullmq-archive-queue.js';
import { openRedis } from './redis-client.js';

/** Photos are unpacked in memory: two archives at a time are enough for a small machine. */
const CONCURRENCY = 2;
/** A job whose worker was killed is taken over after about this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const SWEEP_MS = 60_000;

/** Builds what is queued, and rebuilds the queue from the database: at boot, every minute, when Redis comes back. */
export class ArchiveWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ArchiveWorker.name);
  private client?: Redis;
  private worker?: Worker<ArchiveJob>;
  private sweeper?: NodeJS.Timeout;

  constructor(
    private readonly redisUrl: string,
    private readonly build: BuildArchiveHandler,
    private readonly requeue: RequeueArchivesHandler,
    private readonly health: HealthRegistry,
  ) {}

  onApplicationBootstrap(): void {
    const client = openRedis(this.redisUrl, this.logger);
    this.client = client;
    this.health.register('redis', async () => {
      await client.ping();
    });
    // At the first connection and after each outage: what Redis lost is added again.
    client.on('ready', () => void this.sweep());
    this.worker = new Worker<ArchiveJob>(
      QUEUE_NAME,
      ({ data }) => this.build.execute(data.agencyId, data.ticketId),
      {
        connection: client,
        concurrency: CONCURRENCY,
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_CHECK_MS,
        // The database counts the builds; a job is not given up because a worker died.
        maxStalledCount: Number.MAX_SAFE_INTEGER,
      },
    );
    this.worker.on('error', (error) => this.logger.warn({ err: error }, 'worker error'));
    this.worker.on('failed', (job, error) =>
      this.logger.warn({ err: error, ...job?.data }, 'archive not built'),
    );
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  /** Before the database closes: builds under way are finished and written down. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.worker?.close();
    this.client?.disconnect();
  }

  private async sweep(): Promise<void> {
    try {
      await this.requeue.execute();
    } catch (error) {
      this.logger.warn({ err: error }, 'sweep failed');
    }
  }
}
