import type { HealthRegistry, Metrics } from '@intervia/observability';
import { METRICS } from '@intervia/observability';
import { Workshop } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DelayedError } from 'bullmq';
import type { DeliverMessageHandler } from '../../application/delivery/deliver-message.handler.js';
import type { RequeuePendingHandler } from '../../application/delivery/requeue-pending.handler.js';
import type { DeliveryJob } from './bullmq-delivery-queue.js';
import { CHANNEL_QUEUES } from './channel-queues.js';

const SECOND_MS = 1_000;
/** Our own database was away. */
const AFTER_FAULT_MS = 5_000;

/** Sends what is queued, each channel at its own pace. */
export class DeliveryWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliveryWorkers.name);
  private readonly workshop: Workshop;
  private readonly attempts: ReturnType<Metrics['durations']>;

  constructor(
    redisUrl: string,
    private readonly deliver: DeliverMessageHandler,
    requeue: RequeuePendingHandler,
    health: HealthRegistry,
    metrics: Metrics,
  ) {
    this.workshop = new Workshop({ redisUrl, health, metrics, refill: () => requeue.execute() });
    this.attempts = metrics.durations(METRICS.delivery);
  }

  onApplicationBootstrap(): void {
    this.workshop.open<DeliveryJob>(
      Object.entries(CHANNEL_QUEUES).map(([channel, { name, concurrency, perSecond }]) => ({
        queue: name,
        concurrency,
        limiter: { max: perSecond, duration: SECOND_MS },
        work: (job, token) => this.work(channel, job, token),
      })),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workshop.close();
  }

  private async work(channel: string, job: Job<DeliveryJob>, token: string | undefined): Promise<void> {
    const stop = this.attempts.startTimer({ channel });
    const { outcome, againInMs } = await this.attempt(job.data.id);
    stop({ outcome });
    if (againInMs === undefined) return;
    await job.moveToDelayed(Date.now() + againInMs, token);
    throw new DelayedError();
  }

  private async attempt(id: string) {
    try {
      return await this.deliver.execute(id);
    } catch (error) {
      this.logger.error({ err: error, messageId: id }, 'attempt not recorded');
      return { outcome: 'fault', againInMs: AFTER_FAULT_MS };
    }
  }
}
