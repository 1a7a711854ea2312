import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { Reports } from '../ports/reports.js';
import { WorkQueue } from '../ports/work-queue.js';

/**
 * Reports of a building are made again when somebody was erased from one of its tickets, or a ticket was deleted: what they
 * tell must not outlive it. Their old files go at once; who was given one finds the new one in its place.
 */
@Injectable()
export class RemakeReportsHandler {
  constructor(
    private readonly reports: Reports,
    private readonly files: FileStore,
    private readonly queue: WorkQueue,
  ) {}

  /** @param buildingId undefined: it is not known any more, so all reports of the agency are made again */
  async execute(agencyId: string, buildingId: string | undefined): Promise<void> {
    const reports = await this.reports.remake(agencyId, buildingId);
    for (const { id, files } of reports) {
      const old = Object.values(files ?? {}) as { id: string }[];
      const ids = old.map((file) => file.id);
      await this.files.erase(agencyId, ids, [`report:${id}`]);
    }
    await this.queue.add(reports.map(({ id }) => ({ kind: 'report', agencyId, id })));
  }
}
