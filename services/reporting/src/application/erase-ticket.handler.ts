import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { madeOf } from '../domain/archive.js';
import { DiscardArchiveHandler } from './discard-archive.handler.js';
import { Archives } from './ports/archives.js';

/** A deleted ticket leaves nothing behind: its documents, and what was made of them, go with it. */
@Injectable()
export class EraseTicketHandler {
  constructor(
    private readonly archives: Archives,
    private readonly discardArchive: DiscardArchiveHandler,
    private readonly files: FileStore,
  ) {}

  /** Documents that settings or another ticket name as well stay. */
  async execute(agencyId: string, ticketId: string, documentIds: readonly string[]): Promise<void> {
    const archive = await this.archives.find(agencyId, ticketId);
    const made = archive && madeOf(archive);
    const ids = made ? [made.summary.id, made.archive.id] : [];
    // What names an upload before its ticket has an id is the opening itself.
    await this.files.erase(agencyId, [...documentIds, ...ids], [`ticket:${ticketId}`, 'opening']);
    await this.discardArchive.execute(agencyId, ticketId);
  }
}
