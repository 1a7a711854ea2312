import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { parisDay } from '@intervia/french';
import { AppError } from '@intervia/rules';
import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { DocumentRef } from '../../domain/file/records.js';
import { LARGEST_STATEMENT, STATEMENT_TYPES } from '../../domain/statement/limits.js';
import { StatementRefused } from '../../domain/values/errors.js';
import type { StatementFaultCode } from '../../domain/values/errors.js';
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
    private readonly clock: Clock,
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
    let document: DocumentRef;
    try {
      document = await this.files.put(agencyId, name, this.folders.read(agencyId, folder, name), limits);
    } catch (error) {
      const refusal = error instanceof AppError ? NOT_STORED[error.code] : undefined;
      if (!refusal) throw error;
      return this.putAside(agencyId, folder, name, refusal);
    }
    const id = idOf(agencyId, `${name} ${document.sha256}`);
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

  /** What the store of files keeps out is told in the list, once a day for a name, and stays in the folder of the refused. */
  private async putAside(
    agencyId: string,
    folder: string,
    name: string,
    refusal: StatementFaultCode,
  ): Promise<void> {
    const id = idOf(agencyId, `${name} ${refusal} ${parisDay(this.clock.now())}`);
    const document = { id: '', name, mediaType: '', size: 0, sha256: '' };
    await this.imports.refuseUnread(agencyId, id, document, new StatementRefused(refusal, { line: 1 }));
    await this.folders.takeAway(agencyId, folder, name, 'refused');
  }
}

/** Refusals of the store, as the reader would say them. */
const NOT_STORED: Readonly<Record<string, StatementFaultCode>> = {
  FILE_EMPTY: 'EMPTY',
  FILE_INFECTED: 'BINARY',
  FILE_TYPE_REFUSED: 'BINARY',
  FILE_TOO_LARGE: 'TOO_HEAVY',
};

const idOf = (agencyId: string, what: string): string =>
  `${agencyId}.folder-${createHash('sha256').update(what).digest('hex').slice(0, 24)}`;
