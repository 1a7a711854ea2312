import type { HealthRegistry } from '@intervia/observability';
import { Workshop } from '@intervia/queues';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DelayedError } from 'bullmq';
import type {
  DeliverMessageHandler,
  NextAttempt,
} from '../../application/delivery/deliver-message.handler.js';
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

  constructor(
    redisUrl: string,
    private readonly deliver: DeliverMessageHandler,
    requeue: RequeuePendingHandler,
    health: HealthRegistry,
  ) {
    this.workshop = new Workshop({ redisUrl, health, refill: () => requeue.execute() });
  }

  onApplicationBootstrap(): void {
    this.workshop.open<DeliveryJob>(
      Object.values(CHANNEL_QUEUES).map(({ name, concurrency, perSecond }) => ({
        queue: name,
        concurrency,
        limiter: { max: perSecond, duration: SECOND_MS },
        work: (job, token) => this.work(job, token),
      })),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workshop.close();
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
}
