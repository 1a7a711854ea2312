import { Injectable } from '@nestjs/common';
import type { Archive } from '../domain/archive.js';
import { ArchiveNotFound } from '../domain/errors.js';
import { Archives } from './ports/archives.js';
import { Dossiers } from './ports/dossiers.js';
import { RequestArchiveHandler } from './request-archive.handler.js';

/** The archive of a closed ticket. Tickets imported closed have none until somebody asks for it. */
@Injectable()
export class GetArchiveQuery {
  constructor(
    private readonly archives: Archives,
    private readonly dossiers: Dossiers,
    private readonly request: RequestArchiveHandler,
  ) {}

  async execute(agencyId: string, ticketId: string): Promise<Archive> {
    const archive = await this.archives.find(agencyId, ticketId);
    if (archive) return archive;
    const version = await this.dossiers.closedVersion(agencyId, ticketId);
    if (version === undefined) throw new ArchiveNotFound();
    return this.request.execute(agencyId, ticketId, version);
  }
}
