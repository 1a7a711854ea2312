import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { ImportLost, ImportNotFound, ImportRunning } from '../../domain/imports/errors.js';
import type { ImportLine, ImportProgress, LineAnswer } from '../../domain/imports/import.js';
import type { Run } from '../ports/imports.js';
import { Imports } from '../ports/imports.js';
import { StoreLines } from './store-lines.js';

/** The base of an agency in runs of lines: one run at a time, each line answered, resumed where it broke off. */
@Injectable()
export class ImportBaseHandler {
  constructor(
    private readonly imports: Imports,
    private readonly store: StoreLines,
    private readonly clock: Clock,
  ) {}

  /** @throws ImportRunning */
  async begin(run: Run): Promise<ImportProgress> {
    const now = this.clock.now();
    if (!(await this.imports.take(run, now))) throw new ImportRunning();
    return this.imports.begin(run, now);
  }

  /** @throws ImportLost */
  async take(
    run: Run,
    lines: readonly ImportLine[],
    refusedBefore: number,
    lastLine: number,
  ): Promise<LineAnswer[]> {
    if (!(await this.imports.keep(run, this.clock.now()))) throw new ImportLost();
    const answers = await this.store.store(run.agencyId, lines);
    const refused = Array.from({ length: refusedBefore }, () => ({ status: 'refused' as const }));
    await this.imports.advance(run, [...answers, ...refused], lastLine, this.clock.now());
    return answers;
  }

  async end(run: Run, finished: boolean): Promise<ImportProgress> {
    if (finished && (await this.imports.keep(run, this.clock.now())))
      await this.imports.finish(run, this.clock.now());
    await this.imports.leave(run);
    return this.progress(run.agencyId, run.importId);
  }

  /** @throws ImportNotFound */
  async progress(agencyId: string, importId: string): Promise<ImportProgress> {
    const found = await this.imports.find(agencyId, importId);
    if (!found) throw new ImportNotFound();
    return found;
  }
}
