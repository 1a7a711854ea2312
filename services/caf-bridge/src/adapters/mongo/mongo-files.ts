import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { FileJournal, Runs } from '../../application/ports/stores.js';
import type { FileFilter, Listed, Renewal } from '../../application/ports/stores.js';
import type { CafFile, Run } from '../../domain/file/records.js';
import { seriesKey } from '../../domain/numbering.js';
import type { Series } from '../../domain/numbering.js';
import { listed, olderThan } from './pages.js';
import { defined, toDocument, toRecord } from './records.js';
import { NAMES } from './schemas.js';
import type { FileDoc, RunDoc } from './schemas.js';

const BATCH = 50;
const BLOCKED_SHOWN = 20;

@Injectable()
export class MongoRuns extends Runs {
  constructor(@InjectModel(NAMES.runs) private readonly docs: Model<RunDoc>) {
    super();
  }

  override async begin(run: Run): Promise<Run> {
    try {
      await this.docs.create(toDocument(run));
      return run;
    } catch (error) {
      const found = isDuplicateKey(error) && (await this.find(run.agencyId, run.id));
      if (!found) throw error;
      return found;
    }
  }

  override async find(agencyId: string, id: string): Promise<Run | undefined> {
    const found = await this.docs.findOne({ _id: id, agencyId }).lean<RunDoc>();
    return found ? toRecord<Run>(found) : undefined;
  }

  override async hold(agencyId: string, id: string, now: Date, until: Date): Promise<boolean> {
    const held = await this.docs.updateOne(
      { _id: id, agencyId, state: 'RUNNING', heldUntil: { $lte: now } },
      { $set: { heldUntil: until } },
    );
    return held.modifiedCount === 1;
  }

  override async holdOn(
    agencyId: string,
    id: string,
    { from, until }: Renewal,
    examined: number,
  ): Promise<boolean> {
    const own = { _id: id, agencyId, state: 'RUNNING' as const, heldUntil: from };
    return (await this.docs.updateOne(own, { $set: { examined, heldUntil: until } })).matchedCount === 1;
  }

  override async end(agencyId: string, id: string, change: Partial<Run>): Promise<void> {
    await this.docs.updateOne({ _id: id, agencyId }, { $set: defined(change) });
  }

  override async abandoned(now: Date): Promise<Run[]> {
    const found = await this.docs
      .find({ state: 'RUNNING', heldUntil: { $lte: now } })
      .sort({ heldUntil: 1 })
      .limit(BATCH)
      .lean<RunDoc[]>();
    return found.map((one) => toRecord<Run>(one));
  }

  override async blocked(agencyId: string, entityId: string): Promise<Run[]> {
    const found = await this.docs
      .find({ agencyId, ...(entityId ? { 'scope.entityId': entityId } : {}), state: 'BLOCKED', dry: false })
      .sort({ startedAt: -1 })
      .limit(BLOCKED_SHOWN)
      .lean<RunDoc[]>();
    return found.map((one) => toRecord<Run>(one));
  }
}

const toFile = (document: FileDoc): CafFile => {
  const { series: _series, ...rest } = document;
  return toRecord<CafFile>(rest);
};

@Injectable()
export class MongoFileJournal extends FileJournal {
  constructor(@InjectModel(NAMES.files) private readonly docs: Model<FileDoc>) {
    super();
  }

  override async lastNumber(agencyId: string, series: Series): Promise<number> {
    const last = await this.docs
      .findOne({ agencyId, series: seriesKey(series) }, { number: 1 })
      .sort({ number: -1 })
      .lean<FileDoc>();
    return last?.number ?? 0;
  }

  override async isNamed(agencyId: string, stationId: string, name: string): Promise<boolean> {
    return (await this.docs.exists({ agencyId, name, stationId })) !== null;
  }

  override async add(file: CafFile): Promise<boolean> {
    try {
      await this.docs.create({ ...toDocument(file), series: seriesKey(file) });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  override async find(agencyId: string, id: string): Promise<CafFile | undefined> {
    const found = await this.docs.findOne({ _id: id, agencyId }).lean<FileDoc>();
    return found ? toFile(found) : undefined;
  }

  override async byRun(agencyId: string, runId: string): Promise<CafFile | undefined> {
    const found = await this.docs.findOne({ agencyId, runId }).lean<FileDoc>();
    return found ? toFile(found) : undefined;
  }

  override async list(
    agencyId: string,
    { entityId, message, organisme, dropped, from, before }: FileFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<CafFile>> {
    const found = await this.docs
      .find({
        agencyId,
        ...(entityId ? { 'scope.entityId': entityId } : {}),
        ...(message ? { message } : {}),
        ...(organisme ? { organisme } : {}),
        ...(dropped === undefined ? {} : { state: dropped ? 'DROPPED' : { $in: ['WAITING', 'RENAMING'] } }),
        ...olderThan('createdAt', cursor, { from, before }),
      })
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<FileDoc[]>();
    return listed(found, limit, 'createdAt', toFile);
  }

  override async update(agencyId: string, id: string, change: Partial<CafFile>): Promise<void> {
    await this.docs.updateOne({ _id: id, agencyId }, { $set: defined(change) });
  }

  override async claim(
    { id, agencyId, attempts, state }: CafFile,
    _now: Date,
    until: Date,
  ): Promise<boolean> {
    // The count of attempts is the version: of two processes one finds it changed.
    const claimed = await this.docs.updateOne(
      { _id: id, agencyId, attempts, state },
      { $set: { nextTryAt: until }, $inc: { attempts: 1 } },
    );
    return claimed.modifiedCount === 1;
  }

  override async due(now: Date): Promise<CafFile[]> {
    const [waiting, renaming] = await Promise.all(
      (['WAITING', 'RENAMING'] as const).map((state) =>
        this.docs
          .find({ state, nextTryAt: { $lte: now } })
          .sort({ nextTryAt: 1 })
          .limit(BATCH)
          .lean<FileDoc[]>(),
      ),
    );
    return [...(waiting ?? []), ...(renaming ?? [])].map(toFile);
  }
}
