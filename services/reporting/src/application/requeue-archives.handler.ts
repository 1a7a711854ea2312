import { Injectable } from '@nestjs/common';
import { ArchiveQueue } from './ports/archive-queue.js';
import { Archives } from './ports/archives.js';

/** Rebuilds the queue from the database: a Redis that lost everything loses nothing of ours. */
@Injectable()
export class RequeueArchivesHandler {
  constructor(
    private readonly archives: Archives,
    private readonly queue: ArchiveQueue,
  ) {}

  async execute(): Promise<void> {
    await this.queue.add(await this.archives.pending());
  }
}
