import { FileStore } from '@intervia/files';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { DocumentRef } from '../../domain/file/records.js';
import { LARGEST_STATEMENT, STATEMENT_TYPES } from '../../domain/statement/limits.js';
import { Folders } from '../ports/folders.js';
import { SettingsStore } from '../ports/stores.js';
import { Statements } from '../ports/statements.js';
import { ImportStatementHandler } from './import-statement.handler.js';

/** Takes in what the partner leaves in the folder of a technical station. */
@Injectable()
export class WatchStatementsHandler {
  private readonly logger = new Logger(WatchStatementsHandler.name);
  private readonly watched = new Map<string, () => void>();
  private sweeping?: Promise<void>;

  constructor(
    private readonly store: SettingsStore,
    private readonly folders: Folders,
    private readonly files: FileStore,
    private readonly statements: Statements,
    private readonly imports: ImportStatementHandler,
  ) {}

  /** One look at a time; who asks meanwhile waits for it. */
  sweep(): Promise<void> {
    this.sweeping ??= this.look().finally(() => (this.sweeping = undefined));
    return this.sweeping;
  }

  /** Forgets the folders; the look under way comes to its end. */
  async stop(): Promise<void> {
    for (const forget of this.watched.values()) forget();
    this.watched.clear();
    await this.sweeping?.catch(() => undefined);
  }

  private async look(): Promise<void> {
    for (const { agencyId, station } of await this.store.everyStation()) {
      const folder = station.statementsFolder;
      if (!folder) continue;
      this.watch(agencyId, folder);
      for (const name of await this.folders.arrived(agencyId, folder).catch(() => [])) {
        try {
          await this.take(agencyId, folder, name);
        } catch (error) {
          this.logger.warn(
            { err: error, agencyId, name },
            'statement of the folder not taken, tried again later',
          );
        }
      }
    }
  }

  private watch(agencyId: string, folder: string): void {
    const key = `${agencyId}/${folder}`;
    if (this.watched.has(key)) return;
    this.watched.set(
      key,
      this.folders.watch(agencyId, folder, () => {
        this.sweep().catch((error: unknown) => this.logger.warn({ err: error }, 'folder not looked at'));
      }),
    );
  }

  /** The name of the folder's file and its bytes make the id: killed in between, it is the same statement again. */
  private async take(agencyId: string, folder: string, name: string): Promise<void> {
    const limits = { maxBytes: LARGEST_STATEMENT, accept: STATEMENT_TYPES };
    const document: DocumentRef = await this.files.put(
      agencyId,
      name,
      this.folders.read(agencyId, folder, name),
      limits,
    );
    const id = `${agencyId}.folder-${createHash('sha256').update(`${name} ${document.sha256}`).digest('hex').slice(0, 24)}`;
    const known = await this.statements.find(agencyId, id);
    const statement = known ?? (await this.imports.execute(agencyId, id, document, ''));
    if (statement.state === 'READING') return;
    await this.folders.takeAway(
      agencyId,
      folder,
      name,
      statement.state === 'REFUSED' ? 'refused' : 'imported',
    );
  }
}
