import { Injectable } from '@nestjs/common';
import { ArchiveQueue } from './ports/archive-queue.js';
import { Archives } from './ports/archives.js';
import { Dossiers } from './ports/dossiers.js';

/** A summary that told of messages under way is made again, once the last of them has left or failed. */
@Injectable()
export class SettleArchiveHandler {
  constructor(
    private readonly archives: Archives,
    private readonly dossiers: Dossiers,
    private readonly queue: ArchiveQueue,
  ) {}

  /** `at` is when something became of a message. True when the archive is to be built again. */
  async execute(agencyId: string, ticketId: string, at: Date): Promise<boolean> {
    if (!(await this.archives.isBefore(agencyId, ticketId, at))) return false;
    // The next one that settles asks again.
    if (await this.dossiers.isWaiting(agencyId, ticketId)) return false;
    const archive = await this.archives.remake(agencyId, ticketId, at);
    if (!archive) return false;
    await this.queue.add([archive]);
    return true;
  }
}
