import { Injectable } from '@nestjs/common';
import { StagingConfirmed } from '../../domain/property-errors.js';
import type { StagingKey, StagingState } from '../ports/property/stagings.js';
import { Stagings } from '../ports/property/stagings.js';
import { ReserveFiles } from './reserve-files.js';

/** Undoes a staging, and refuses whatever of the command comes late. */
@Injectable()
export class DiscardFilesHandler {
  constructor(
    private readonly stagings: Stagings,
    private readonly reserveFiles: ReserveFiles,
  ) {}

  async execute(key: StagingKey): Promise<void> {
    const before = await this.stagings.find(key);
    if (!(await this.stagings.discard(key))) throw new StagingConfirmed();
    const files = before?.files.map(({ file }) => file) ?? [];
    await this.reserveFiles.release(key.agencyId, key.commandId, files);
  }

  /** Where a staging stands. */
  async stateOf(key: StagingKey): Promise<StagingState> {
    return (await this.stagings.find(key))?.state ?? 'none';
  }
}
