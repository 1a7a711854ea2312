import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { Injectable, Logger } from '@nestjs/common';
import type { CafFile } from '../../domain/file/records.js';
import { NotFound } from '../../domain/values/errors.js';
import { FolderTrouble, Folders } from '../ports/folders.js';
import { FileJournal, SettingsStore } from '../ports/stores.js';

const MINUTE = 60_000;
/** Pauses between tries; the last one goes on for ever: a file is never given up. */
const PAUSES_MS = [10_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];
/** A process that was killed with a file in hand lets it go after this. */
const HELD_MS = 30_000;

/**
 * Puts a file where the partner fetches it: written beside its name, flushed, renamed. What cannot be put is kept, told and
 * tried again. A kill at any point leaves either no file under its name, or the whole one; never two.
 */
@Injectable()
export class DropFileHandler {
  private readonly logger = new Logger(DropFileHandler.name);

  constructor(
    private readonly journal: FileJournal,
    private readonly store: SettingsStore,
    private readonly files: FileStore,
    private readonly folders: Folders,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async execute(agencyId: string, fileId: string): Promise<CafFile> {
    const file = await this.journal.find(agencyId, fileId);
    if (!file) throw new NotFound('FILE', fileId);
    if (file.state !== 'DROPPED') await this.attempt(file);
    return (await this.journal.find(agencyId, fileId)) ?? file;
  }

  async dropDue(): Promise<void> {
    for (const file of await this.journal.due(this.clock.now())) await this.attempt(file);
  }

  private async attempt(file: CafFile): Promise<void> {
    const now = this.clock.now();
    if (!(await this.journal.claim(file, now, new Date(now.getTime() + HELD_MS)))) return;
    const { agencyId, id, name } = file;
    const folder = (await this.store.station(agencyId, file.stationId))?.value.pickupFolder ?? '';
    const path = `${this.folders.pathOf(agencyId, folder)}/${name}`;
    try {
      await this.put(file, folder);
      const droppedAt = this.clock.now();
      await this.journal.update(agencyId, id, { state: 'DROPPED', droppedAt, lastError: '', path });
    } catch (error) {
      const reason = error instanceof FolderTrouble ? error.reason : 'FOLDER_ERROR';
      const pause = PAUSES_MS[Math.min(file.attempts, PAUSES_MS.length - 1)] ?? MINUTE;
      this.logger.warn(
        { err: error, agencyId, file: name, reason },
        'file not in its folder, tried again later',
      );
      const nextTryAt = new Date(this.clock.now().getTime() + pause);
      await this.journal.update(agencyId, id, { lastError: reason, nextTryAt, path });
    }
  }

  private async put(file: CafFile, folder: string): Promise<void> {
    const { agencyId, id, name, state, document } = file;
    if (folder === '') throw new FolderTrouble('FOLDER_GONE');
    // Killed around the rename: a part that is still there has not been renamed; without one, the partner may have fetched
    // the file already, and it must not come twice.
    if (state === 'RENAMING') {
      if (!(await this.folders.isWritable(agencyId, folder))) throw new FolderTrouble('FOLDER_GONE');
      await this.folders.rename(agencyId, folder, name);
      return;
    }
    await this.folders.writePart(agencyId, folder, name, await this.files.open(agencyId, document.id));
    await this.journal.update(agencyId, id, { state: 'RENAMING' });
    if (await this.renamed(file, folder)) return;
    // The folder went between the two and came back empty.
    throw new FolderTrouble('FOLDER_GONE');
  }

  /** This process wrote the part: where it could not rename it, the file is to be written anew, and the journal must not think otherwise. */
  private async renamed({ agencyId, id, name }: CafFile, folder: string): Promise<boolean> {
    let done = false;
    try {
      done = await this.folders.rename(agencyId, folder, name);
      return done;
    } finally {
      if (!done) await this.journal.update(agencyId, id, { state: 'WAITING' });
    }
  }
}
