import type { HealthRegistry } from '@intervia/observability';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DelayedError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DeliverMessageHandler, NextAttempt } from '../../application/deliver-message.handler.js';
import type { RequeuePendingHandler } from '../../application/requeue-pending.handler.js';
import type { Channel } from '../../domain/plan-messages.js';
import type { DeliveryJob } from './bullmq-delivery-queue.js';
import { CHANNEL_QUEUES } from './channel-queues.js';
import { openRedis } from './redis-client.js';

const SECOND_MS = 1_000;
/** A job whose worker was killed is taken over after about this long. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
/** Our own database was away. */
const AFTER_FAULT_MS = 5_000;
const SWEEP_MS = 60_000;

/** Works the queues off, and rebuilds them from the database: at boot, every minute, and when Redis comes back. */
export class DeliveryWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorkers.name);
  private client?: Redis;
  private workers: Worker<DeliveryJob>[] = [];
  private sweeper?: NodeJS.Timeout;

  constructor(
    private readonly redisUrl: string,
    private readonly deliver: DeliverMessageHandler,
    private readonly requeue: RequeuePendingHandler,
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
    this.workers = (Object.keys(CHANNEL_QUEUES) as Channel[]).map((channel) => this.start(channel, client));
    this.sweeper = setInterval(() => void this.sweep(), SWEEP_MS);
  }

  /** Before the database closes: attempts under way are finished and written down. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all(this.workers.map((worker) => worker.close()));
    this.client?.disconnect();
  }

  private start(channel: Channel, connection: Redis): Worker<DeliveryJob> {
    const { name, concurrency, perSecond } = CHANNEL_QUEUES[channel];
    const worker = new Worker<DeliveryJob>(name, (job, token) => this.work(job, token), {
      connection,
      concurrency,
      limiter: { max: perSecond, duration: SECOND_MS },
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      // The database counts the attempts; a job is never given up because workers died.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    worker.on('error', (error) => this.logger.warn({ err: error }, `worker of ${name}`));
    return worker;
  }

  private async work(job: Job<DeliveryJob>, token: string | undefined): Promise<void> {
    const next = await this.attempt(job.data.id);
    if (!next) return;
    await job.moveToDelayed(Date.now() + next.inMs, token);
    throw new DelayedError();
  }

  private async attempt(id: string): Promise<NextAttempt> {
    try {
      return await this.deliver.execute(id);
    } catch (error) {
      this.logger.error({ err: error, messageId: id }, 'attempt not recorded');
      return { inMs: AFTER_FAULT_MS };
    }
  }

  private async sweep(): Promise<void> {
    try {
      await this.requeue.execute();
    } catch (error) {
      this.logger.warn({ err: error }, 'sweep failed');
    }
  }
}
