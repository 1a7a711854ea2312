import { Injectable } from '@nestjs/common';
import { ReadModel } from './ports/read-model.js';
import { Reports } from './ports/reports.js';
import { WorkQueue } from './ports/work-queue.js';

/** What was begun and not ended goes on, whatever became of Redis. */
@Injectable()
export class RequeueWorkHandler {
  constructor(
    private readonly model: ReadModel,
    private readonly reports: Reports,
    private readonly queue: WorkQueue,
  ) {}

  async execute(): Promise<void> {
    const [rebuilds, reports] = await Promise.all([this.model.rebuilding(), this.reports.pending()]);
    await this.queue.add(reports.map(({ agencyId, id }) => ({ kind: 'report', agencyId, id })));
    await this.queue.add(rebuilds.map((agencyId) => ({ kind: 'rebuild', agencyId, id: agencyId })));
  }
}
