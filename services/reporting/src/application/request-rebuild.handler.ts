import { Injectable } from '@nestjs/common';
import { ReadModel } from './ports/read-model.js';
import { WorkQueue } from './ports/work-queue.js';

@Injectable()
export class RequestRebuildHandler {
  constructor(
    private readonly model: ReadModel,
    private readonly queue: WorkQueue,
  ) {}

  /** A second one while the first goes on is the same. */
  async execute(agencyId: string): Promise<void> {
    await this.model.beginRebuild(agencyId);
    await this.queue.add([{ kind: 'rebuild', agencyId, id: agencyId }]);
  }
}
