import { create } from '@bufbuild/protobuf';
import { Module, ReportChangedSchema } from '@intervia/contracts';
import { Clock } from '@intervia/clock';
import { pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { Reports } from '../../application/ports/reports.js';
import type { SharedScope } from '../../application/ports/reports.js';
import type { Report, ReportFiles, ReportOrder, SharedWith } from '../../domain/reports/report.js';
import { REPORT, ReportRelay } from './report.schema.js';
import type { ReportDocument } from './report.schema.js';

const BATCH = 200;
const MOST_SHARED = 100;
const STANDING = { deletedAt: { $exists: false } };

@Injectable()
export class MongoReports extends Reports {
  constructor(
    @InjectModel(REPORT) private readonly model: Model<ReportDocument>,
    private readonly relay: ReportRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async request(order: ReportOrder): Promise<Report> {
    const { id, agencyId, ...asked } = order;
    const { $push, $set } = this.told({ ...order, done: 0, total: 0 });
    const found = await this.model
      .findOneAndUpdate(
        { _id: id, agencyId },
        {
          $setOnInsert: {
            ...asked,
            ...{ state: 'PENDING', attempts: 0, done: 0, total: 0, reason: '', mailed: false },
            ...{ sharedWith: 'NOBODY', outbox: $push?.outbox.$each ?? [], ...$set },
          },
        },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<ReportDocument>();
    this.relay.notify(id);
    return toReport(found);
  }

  async find(agencyId: string, id: string): Promise<Report | undefined> {
    const found = await this.model.findOne({ _id: id, agencyId, ...STANDING }).lean<ReportDocument>();
    return found ? toReport(found) : undefined;
  }

  async list(
    agencyId: string,
    { module, staffId, skip, limit }: { module: string; staffId: string; skip: number; limit: number },
  ): Promise<{ reports: Report[]; total: number }> {
    const filter = { agencyId, module, ...(staffId && { staffId }), ...STANDING };
    const [found, total] = await Promise.all([
      this.model.find(filter).sort({ requestedAt: -1 }).skip(skip).limit(limit).lean<ReportDocument[]>(),
      this.model.countDocuments(filter),
    ]);
    return { reports: found.map(toReport), total };
  }

  async begin(agencyId: string, id: string): Promise<Report | undefined> {
    const found = await this.model
      .findOneAndUpdate(
        { _id: id, agencyId, mailed: false, state: { $in: ['PENDING', 'READY'] }, ...STANDING },
        { $inc: { attempts: 1 }, $set: { buildId: randomUUID() } },
        { returnDocument: 'after' },
      )
      .lean<ReportDocument>();
    return found ? toReport(found) : undefined;
  }

  async progress(report: Report, done: number, total: number): Promise<void> {
    await this.change({ ...report, done, total }, ownBuild(report), { done, total, reason: '' });
  }

  async stumble(report: Report, reason: string): Promise<void> {
    await this.change(report, ownBuild(report), { reason });
  }

  async complete(report: Report, files: ReportFiles, at: Date): Promise<boolean> {
    const ended = { state: 'READY' as const, files, reason: '', endedAt: at, attempts: 0 };
    return (await this.change(report, ownBuild(report), ended)) !== undefined;
  }

  async mailed({ id, agencyId }: Report): Promise<void> {
    await this.model.updateOne({ _id: id, agencyId }, { $set: { mailed: true } });
  }

  async fail(report: Report, reason: string, at: Date): Promise<void> {
    await this.change(report, ownBuild(report), { state: 'FAILED', reason, endedAt: at, mailed: true });
  }

  async retry(agencyId: string, id: string): Promise<Report | undefined> {
    const report = await this.find(agencyId, id);
    const anew = { state: 'PENDING' as const, attempts: 0, reason: '', done: 0, total: 0, mailed: false };
    return report && this.change({ ...report, ...anew }, { state: 'FAILED' }, anew);
  }

  async remake(agencyId: string, buildingId: string | undefined): Promise<Report[]> {
    const place = buildingId === undefined ? {} : { 'place.buildingId': buildingId };
    const filter = { agencyId, ...place, state: { $in: ['PENDING', 'READY'] as const }, ...STANDING };
    const found = (await this.model.find(filter).lean<ReportDocument[]>()).map(toReport);
    for (const report of found) {
      const remade = report.remade === true || report.mailed;
      const anew = { state: 'PENDING' as const, attempts: 0, done: 0, total: 0, mailed: false, remade };
      await this.change({ ...report, ...anew }, {}, { ...anew, buildId: '' });
    }
    return found;
  }

  async share(agencyId: string, id: string, sharedWith: SharedWith): Promise<Report | undefined> {
    const report = await this.find(agencyId, id);
    return report && this.change(report, {}, { sharedWith });
  }

  async delete(agencyId: string, id: string, at: Date): Promise<Report | undefined> {
    const report = await this.find(agencyId, id);
    return report && this.change(report, {}, { deletedAt: at, mailed: true, sharedWith: 'NOBODY' });
  }

  async shared(agencyId: string, scope: SharedScope): Promise<Report[]> {
    const of = (ids: readonly string[], sharedWith: SharedWith) =>
      this.model
        .find({ agencyId, 'place.buildingId': { $in: [...ids] }, sharedWith, ...STANDING })
        .sort({ requestedAt: -1 })
        .limit(MOST_SHARED)
        .lean<ReportDocument[]>();
    const [council, all] = await Promise.all([
      of(scope.councilBuildingIds, 'COUNCIL'),
      // The council is of co-owners.
      of([...new Set([...scope.ownedBuildingIds, ...scope.councilBuildingIds])], 'CO_OWNERS'),
    ]);
    return [...council, ...all]
      .map(toReport)
      .sort((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime())
      .slice(0, MOST_SHARED);
  }

  async pending(): Promise<Report[]> {
    const found = await this.model
      .find({ mailed: false })
      .sort({ requestedAt: 1 })
      .limit(BATCH)
      .lean<ReportDocument[]>();
    return found.map(toReport);
  }

  /** With its fact, in one write. The report after it; undefined when it is not in that state any more. */
  private async change(
    report: Report,
    filter: QueryFilter<ReportDocument>,
    fields: UpdateQuery<ReportDocument>['$set'],
  ): Promise<Report | undefined> {
    const { id, agencyId } = report;
    const { $push, $set } = this.told(report);
    const found = await this.model
      .findOneAndUpdate(
        { _id: id, agencyId, ...filter, ...STANDING },
        { $push, $set: { ...$set, ...fields } },
        { returnDocument: 'after' },
      )
      .lean<ReportDocument>();
    if (!found) return undefined;
    this.relay.notify(id);
    return toReport(found);
  }

  private told({
    id,
    agencyId,
    module,
    done,
    total,
  }: Pick<Report, 'id' | 'agencyId' | 'module' | 'done' | 'total'>) {
    const at = this.clock.now();
    const of = { module: module === 'GERANCE' ? Module.GERANCE : Module.SYNDIC, done, total };
    const message = create(ReportChangedSchema, { reportId: id, ...of });
    const event = { agencyId, aggregateId: id, occurredAt: at, schema: ReportChangedSchema, message };
    return pushToOutbox([{ id: randomUUID(), ...event }], at);
  }
}

/** Only while this build is the one that counts. */
const ownBuild = ({ buildId }: Report) => ({ state: 'PENDING' as const, buildId });

function toReport({ _id: id, outbox: _outbox, deletedAt: _deletedAt, ...report }: ReportDocument): Report {
  return { ...report, id };
}
