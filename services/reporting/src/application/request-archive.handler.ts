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

  async execute(agencyId: string, ticketId: string): Promise<Archive> {
    const archive = await this.archives.request(agencyId, ticketId, this.clock.now());
    if (archive.state === 'PENDING') await this.queue.add([archive]);
    return archive;
  }
}
