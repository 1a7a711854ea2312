import type { HealthRegistry, Metrics } from '@intervia/observability';
import { METRICS } from '@intervia/observability';
import { Logger } from '@nestjs/common';
import type { Processor, WorkerOptions } from 'bullmq';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { openRedis } from './open-redis.js';

/** A job whose worker was killed is taken over after about this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const REFILL_MS = 60_000;

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

interface WorkshopOptions {
  redisUrl: string;
  /** Told whether Redis is there. */
  health: HealthRegistry;
  /** Told how much waits. */
  metrics?: Metrics;
  /** Adds to the queues what the database says is to be done; jobs that are there already are left alone. */
  refill: () => Promise<void>;
}

interface Bench<Job> extends Pick<WorkerOptions, 'concurrency' | 'limiter'> {
  queue: string;
  work: Processor<Job>;
}

/** Works queues off, and rebuilds them from the database: at boot, every minute, and when Redis comes back. */
export class Workshop {
  private readonly logger = new Logger(Workshop.name);
  private client?: Redis;
  private workers: Worker[] = [];
  private queues: Queue[] = [];
  private refiller?: NodeJS.Timeout;

  constructor(private readonly options: WorkshopOptions) {}

  /** Once the database can be read. */
  open<Job>(benches: readonly Bench<Job>[]): void {
    const client = openRedis(this.options.redisUrl, this.logger);
    this.client = client;
    this.options.health.register('redis', async () => {
      await client.ping();
    });
    // At the first connection and after each outage: what Redis lost is added again.
    client.on('ready', () => void this.refill());
    this.workers = benches.map((bench) => this.start(bench, client));
    this.queues = benches.map(({ queue }) => this.count(queue, client));
    this.refiller = setInterval(() => void this.refill(), REFILL_MS);
  }

  /** Before the database closes: jobs under way are finished and written down. */
  async close(): Promise<void> {
    clearInterval(this.refiller);
    await Promise.all([...this.workers, ...this.queues].map((one) => one.close()));
    this.client?.disconnect();
  }

  private start<Job>({ queue, work, ...options }: Bench<Job>, connection: Redis): Worker<Job> {
    const worker = new Worker<Job>(queue, work, {
      ...options,
      connection,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      // The database counts the attempts; a job is never given up because workers died.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    worker.on('error', (error) => this.logger.warn({ err: error, queue }, 'worker error'));
    worker.on('failed', (job, error) =>
      this.logger.warn({ err: error, queue, ...job?.data }, 'job not done, tried again later'),
    );
    return worker;
  }

  private count(name: string, connection: Redis): Queue {
    const queue = new Queue(name, { connection });
    queue.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'queue not counted'));
    this.options.metrics?.watch(METRICS.queueJobs, async () => {
      const counts = await queue.getJobCounts(...STATES);
      return STATES.map((state) => ({ labels: { queue: name, state }, value: counts[state] ?? 0 }));
    });
    return queue;
  }

  private async refill(): Promise<void> {
    try {
      await this.options.refill();
    } catch (error) {
      this.logger.warn({ err: error }, 'queues not refilled');
    }
  }
}
