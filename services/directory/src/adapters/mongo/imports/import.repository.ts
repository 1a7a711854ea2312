import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Run } from '../../../application/ports/imports.js';
import { Imports } from '../../../application/ports/imports.js';
import type { ImportProgress, LineAnswer, LineStatus } from '../../../domain/imports/import.js';
import { IMPORT_RETENTION_MS, RUN_MS } from '../../../domain/imports/import.js';
import type { ImportDocument, ImportRunDocument } from './import.schema.js';
import { IMPORT, IMPORT_RUN } from './import.schema.js';

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
const idOf = ({ agencyId, importId }: Pick<Run, 'agencyId' | 'importId'>): string =>
  `${agencyId}/${importId}`;

@Injectable()
export class ImportRepository extends Imports {
  constructor(
    @InjectModel(IMPORT) private readonly imports: Model<ImportDocument>,
    @InjectModel(IMPORT_RUN) private readonly runs: Model<ImportRunDocument>,
  ) {
    super();
  }

  async take({ agencyId, runId }: Run, now: Date): Promise<boolean> {
    try {
      await this.runs.updateOne(
        { _id: agencyId, $or: [{ until: { $lte: now } }, { runId }] },
        { $set: { runId, until: later(now, RUN_MS) } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async keep({ agencyId, runId }: Run, now: Date): Promise<boolean> {
    const kept = await this.runs.updateOne({ _id: agencyId, runId }, { $set: { until: later(now, RUN_MS) } });
    return kept.matchedCount === 1;
  }

  async leave({ agencyId, runId }: Run): Promise<void> {
    await this.runs.deleteOne({ _id: agencyId, runId });
  }

  async begin(run: Run, now: Date): Promise<ImportProgress> {
    const { agencyId, importId } = run;
    const document = await this.imports
      .findOneAndUpdate(
        { _id: idOf(run), agencyId },
        {
          $set: { updatedAt: now, finished: false, expiresAt: later(now, IMPORT_RETENTION_MS) },
          $setOnInsert: {
            importId,
            startedAt: now,
            ...{ lastLine: 0, stored: 0, unchanged: 0, older: 0, refused: 0 },
          },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<ImportDocument>();
    return toProgress(document);
  }

  async advance(
    run: Run,
    answers: readonly Pick<LineAnswer, 'status'>[],
    lastLine: number,
    now: Date,
  ): Promise<void> {
    const counts: Record<LineStatus, number> = { stored: 0, unchanged: 0, older: 0, refused: 0 };
    for (const { status } of answers) counts[status]++;
    await this.imports.updateOne(
      { _id: idOf(run), agencyId: run.agencyId },
      { $inc: counts, $max: { lastLine }, $set: { updatedAt: now } },
    );
  }

  async finish(run: Run, now: Date): Promise<void> {
    await this.imports.updateOne(
      { _id: idOf(run), agencyId: run.agencyId },
      { $set: { finished: true, updatedAt: now } },
    );
  }

  async find(agencyId: string, importId: string): Promise<ImportProgress | undefined> {
    const found = await this.imports
      .findOne({ _id: idOf({ agencyId, importId }), agencyId })
      .lean<ImportDocument>();
    return found ? toProgress(found) : undefined;
  }
}

function toProgress({
  _id,
  agencyId: _agency,
  expiresAt: _until,
  ...progress
}: ImportDocument): ImportProgress {
  return progress;
}
