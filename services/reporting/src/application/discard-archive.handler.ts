import { Injectable } from '@nestjs/common';
import { Archives } from './ports/archives.js';

/** What was made of a ticket at its closing no longer holds: the next closing makes it anew. */
@Injectable()
export class DiscardArchiveHandler {
  constructor(private readonly archives: Archives) {}

  execute(agencyId: string, ticketId: string): Promise<void> {
    return this.archives.discard(agencyId, ticketId);
  }
}
