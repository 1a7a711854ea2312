import { Injectable } from '@nestjs/common';
import { ReadModel } from './ports/read-model.js';
import { WorkQueue } from './ports/work-queue.js';

/** What was begun and not ended goes on, whatever became of Redis. */
@Injectable()
export class RequeueWorkHandler {
  constructor(
    private readonly model: ReadModel,
    private readonly queue: WorkQueue,
  ) {}

  async execute(): Promise<void> {
    const rebuilds = await this.model.rebuilding();
    await this.queue.add(rebuilds.map((agencyId) => ({ kind: 'rebuild', agencyId, id: agencyId })));
  }
}
