import type { HealthRegistry } from '@intervia/observability';
import { Workshop } from '@intervia/queues';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { BuildArchiveHandler } from '../../application/build-archive.handler.js';
import type { RequeueArchivesHandler } from '../../application/requeue-archives.handler.js';
import { QUEUE_NAME } from './bullmq-archive-queue.js';
import type { ArchiveJob } from './bullmq-archive-queue.js';

/** Photos are unpacked in memory: two archives at a time are enough for a small machine. */
const CONCURRENCY = 2;

/** Builds what is queued. */
export class ArchiveWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workshop: Workshop;

  constructor(
    redisUrl: string,
    private readonly build: BuildArchiveHandler,
    requeue: RequeueArchivesHandler,
    health: HealthRegistry,
  ) {
    this.workshop = new Workshop({ redisUrl, health, refill: () => requeue.execute() });
  }

  onApplicationBootstrap(): void {
    this.workshop.open<ArchiveJob>([
      {
        queue: QUEUE_NAME,
        concurrency: CONCURRENCY,
        work: ({ data }) => this.build.execute(data.agencyId, data.ticketId),
      },
    ]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workshop.close();
  }
}
