import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Archive } from '../domain/archive.js';
import { ArchiveQueue } from './ports/archive-queue.js';
import { Archives } from './ports/archives.js';

@Injectable()
export class RequestArchiveHandler {
  constructor(
    private readonly archives: Archives,
    private readonly queue: ArchiveQueue,
    private readonly clock: Clock,
  ) {}

  /** `version` is the closed ticket's. It was reopened since an earlier one, even if that was not told yet. */
  async execute(agencyId: string, ticketId: string, version: number): Promise<Archive> {
    await this.archives.discardBefore(agencyId, ticketId, version);
    const archive = await this.archives.request(agencyId, ticketId, version, this.clock.now());
    if (archive.state === 'PENDING') await this.queue.add([archive]);
    return archive;
  }
}
