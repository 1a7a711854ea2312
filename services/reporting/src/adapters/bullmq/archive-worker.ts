import type { HealthRegistry, Metrics } from '@intervia/observability';
import { Workshop } from '@intervia/queues';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { BuildArchiveHandler } from '../../application/build-archive.handler.js';
import type { BuildReportHandler } from '../../application/reports/build-report.handler.js';
import type { Work } from '../../application/ports/work-queue.js';
import type { RebuildReadModelHandler } from '../../application/rebuild-read-model.handler.js';
import type { RequeueArchivesHandler } from '../../application/requeue-archives.handler.js';
import type { RequeueWorkHandler } from '../../application/requeue-work.handler.js';
import { QUEUE_NAME } from './bullmq-archive-queue.js';
import type { ArchiveJob } from './bullmq-archive-queue.js';
import { WORK_QUEUE } from './bullmq-work-queue.js';

/** Photos are unpacked in memory: two archives at a time are enough for a small machine. */
const CONCURRENCY = 2;

export interface Hands {
  readonly build: BuildArchiveHandler;
  readonly rebuild: RebuildReadModelHandler;
  readonly report: BuildReportHandler;
  readonly requeueArchives: RequeueArchivesHandler;
  readonly requeueWork: RequeueWorkHandler;
}

/** Builds what is queued. */
export class ArchiveWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workshop: Workshop;

  constructor(
    redisUrl: string,
    private readonly hands: Hands,
    health: HealthRegistry,
    metrics: Metrics,
  ) {
    const refill = async () => {
      await hands.requeueArchives.execute();
      await hands.requeueWork.execute();
    };
    this.workshop = new Workshop({ redisUrl, health, metrics, refill });
  }

  onApplicationBootstrap(): void {
    this.workshop.open<ArchiveJob | Work>([
      {
        queue: QUEUE_NAME,
        concurrency: CONCURRENCY,
        work: ({ data }) => {
          const { agencyId, ticketId } = data as ArchiveJob;
          return this.hands.build.execute(agencyId, ticketId);
        },
      },
      // A rebuild does not keep reports waiting; of each kind the others go on being served.
      { queue: WORK_QUEUE, concurrency: CONCURRENCY, work: ({ data }) => this.do(data as Work) },
    ]);
  }

  private do({ kind, agencyId, id }: Work): Promise<void> {
    return kind === 'report' ? this.hands.report.execute(agencyId, id) : this.hands.rebuild.execute(agencyId);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.workshop.close();
  }
}
