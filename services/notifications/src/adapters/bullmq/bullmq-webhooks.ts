import type { HealthRegistry, Metrics } from '@intervia/observability';
import { openRedis, Workshop } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type {
  BeforeApplicationShutdown,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import type { Job } from 'bullmq';
import { DelayedError, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Due } from '../../application/ports/webhooks/deliveries.js';
import { WebhookQueue } from '../../application/ports/webhooks/webhook-queue.js';
import type { DeliverWebhookHandler } from '../../application/webhooks/deliver-webhook.handler.js';
import type { RequeueWebhooksHandler } from '../../application/webhooks/requeue-webhooks.handler.js';

const QUEUE = 'notifications-webhooks';
/** At the same time, per replica: a receiver that hangs holds one of them for some seconds. */
const CONCURRENCY = 20;
/** Our own database was away. */
const AFTER_FAULT_MS = 5_000;

interface WebhookJob {
  id: string;
}

export class BullmqWebhookQueue extends WebhookQueue implements OnApplicationShutdown {
  private readonly logger = new Logger(BullmqWebhookQueue.name);
  private readonly client: Redis;
  private readonly queue: Queue<WebhookJob>;

  constructor(redisUrl: string) {
    super();
    this.client = openRedis(redisUrl, this.logger);
    const defaultJobOptions = { removeOnComplete: true, removeOnFail: true };
    this.queue = new Queue<WebhookJob>(QUEUE, { connection: this.client, defaultJobOptions });
    this.queue.on('error', (error) => this.logger.warn({ err: error }, 'queue error'));
  }

  add(deliveries: readonly Due[]): Promise<void> {
    return this.reach(() => this.addAll(deliveries));
  }

  hurry(ids: readonly string[]): Promise<void> {
    return this.reach(async () => {
      // One that is being tried stays.
      await Promise.all(ids.map((id) => this.queue.remove(id)));
      await this.addAll(ids.map((id) => ({ id, dueInMs: 0 })));
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close().catch(() => undefined);
    this.client.disconnect();
  }

  private async addAll(deliveries: readonly Due[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.queue.addBulk(
      deliveries.map(({ id, dueInMs }) => ({
        name: 'deliver',
        data: { id },
        opts: { jobId: id, delay: dueInMs },
      })),
    );
  }

  /** Nobody waits for a Redis that is away: the deliveries are in the database, and the next sweep adds them. */
  private async reach(work: () => Promise<void>): Promise<void> {
    if (this.client.status !== 'ready') return;
    try {
      await work();
    } catch (error) {
      this.logger.warn({ err: error }, 'queue not reachable, webhooks wait for the next sweep');
    }
  }
}

/** Sends what is queued. */
export class WebhookWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookWorkers.name);
  private readonly workshop: Workshop;

  constructor(
    redisUrl: string,
    private readonly deliver: DeliverWebhookHandler,
    requeue: RequeueWebhooksHandler,
    health: HealthRegistry,
    metrics: Metrics,
  ) {
    this.workshop = new Workshop({ redisUrl, health, metrics, refill: () => requeue.execute() });
  }

  onApplicationBootstrap(): void {
    this.workshop.open<WebhookJob>([
      { queue: QUEUE, concurrency: CONCURRENCY, work: (job, token) => this.work(job, token) },
    ]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workshop.close();
  }

  private async work(job: Job<WebhookJob>, token: string | undefined): Promise<void> {
    const againInMs = await this.attempt(job.data.id);
    if (againInMs === undefined) return;
    await job.moveToDelayed(Date.now() + againInMs, token);
    throw new DelayedError();
  }

  private async attempt(id: string): Promise<number | undefined> {
    try {
      return await this.deliver.execute(id);
    } catch (error) {
      this.logger.error({ err: error, deliveryId: id }, 'webhook attempt not recorded');
      return AFTER_FAULT_MS;
    }
  }
}
