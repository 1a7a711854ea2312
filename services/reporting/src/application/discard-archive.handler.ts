import { Injectable } from '@nestjs/common';
import { Archives } from './ports/archives.js';

/** What was made of a ticket at an earlier closing no longer holds. Without a version: the ticket is gone. */
@Injectable()
export class DiscardArchiveHandler {
  constructor(private readonly archives: Archives) {}

  execute(agencyId: string, ticketId: string, version?: number): Promise<void> {
    return version === undefined
      ? this.archives.discard(agencyId, ticketId)
      : this.archives.discardBefore(agencyId, ticketId, version);
  }
}
