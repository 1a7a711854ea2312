import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { LegalCases } from '../../application/ports/stores.js';
import type { StoredAlert, StoredOffer } from '../../application/ports/stores.js';
import type { Told } from '../../domain/file/records.js';
import type { LegalCase } from '../../domain/legal/case.js';
import type { Day } from '../../domain/values/day.js';
import { defined, toDocument, toRecord } from './records.js';
import { NAMES } from './schemas.js';
import type { CaseDoc, OfferDoc, ScanDoc, ToldDoc } from './schemas.js';

const MOST = 5_000;
const toCase = (document: CaseDoc): LegalCase => toRecord<LegalCase>(document);
/** Absent while the debt stands. */
const OPEN = { clearedOn: { $exists: false } };

@Injectable()
export class MongoLegalCases extends LegalCases {
  constructor(
    @InjectModel(NAMES.cases) private readonly docs: Model<CaseDoc>,
    @InjectModel(NAMES.offers) private readonly offerDocs: Model<OfferDoc>,
    @InjectModel(NAMES.scans) private readonly scanDocs: Model<ScanDoc>,
    @InjectModel(NAMES.told) private readonly toldDocs: Model<ToldDoc>,
  ) {
    super();
  }

  override async open(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, LegalCase>> {
    const found = await this.docs
      .find({ agencyId, leaseId: { $in: [...leaseIds] }, ...OPEN })
      .lean<CaseDoc[]>();
    return new Map(found.map((one) => [one.leaseId, toCase(one)]));
  }

  override async save(cases: readonly LegalCase[]): Promise<void> {
    if (cases.length === 0) return;
    await this.docs.bulkWrite(
      cases.map((one) => {
        const { _id, reported: _reported, ...rest } = toDocument(one);
        const filter = { _id, agencyId: one.agencyId };
        return { updateOne: { filter, update: { $set: defined(rest) }, upsert: true } };
      }),
    );
  }

  override async find(agencyId: string, id: string): Promise<LegalCase | undefined> {
    const found = await this.docs.findOne({ _id: id, agencyId }).lean<CaseDoc>();
    return found ? toCase(found) : undefined;
  }

  override async list(
    agencyId: string,
    { entityId, cleared }: { entityId?: string; cleared: boolean },
  ): Promise<LegalCase[]> {
    const found = await this.docs
      .find({
        agencyId,
        ...(entityId ? { entityId } : {}),
        ...(cleared ? {} : OPEN),
        constituted: { $exists: true },
      })
      .limit(MOST)
      .lean<CaseDoc[]>();
    return found.map(toCase);
  }

  override async report(agencyId: string, id: string, reported: LegalCase['reported']): Promise<boolean> {
    return (await this.docs.updateOne({ _id: id, agencyId }, { $set: { reported } })).matchedCount === 1;
  }

  override async reportByFile(
    agencyId: string,
    leaseIds: readonly string[],
    reported: NonNullable<LegalCase['reported']>,
  ): Promise<void> {
    for (let start = 0; start < leaseIds.length; start += 500) {
      const some = leaseIds.slice(start, start + 500);
      await this.docs.updateMany(
        {
          agencyId,
          leaseId: { $in: some },
          ...OPEN,
          constituted: { $exists: true },
          reported: { $exists: false },
        },
        { $set: { reported } },
      );
    }
  }

  override async openLeases(agencyId: string): Promise<string[]> {
    const found = await this.docs.find({ agencyId, ...OPEN }, { leaseId: 1 }).lean<CaseDoc[]>();
    return found.map(({ leaseId }) => leaseId);
  }

  override async told(agencyId: string, leaseIds: readonly string[]): Promise<Map<string, number>> {
    const found = await this.toldDocs
      .find({ _id: { $in: leaseIds.map((leaseId) => `${agencyId}.${leaseId}`) }, agencyId })
      .lean<ToldDoc[]>();
    return new Map(found.map(({ leaseId, sharers }) => [leaseId, sharers]));
  }

  override async tell(agencyId: string, told: readonly Told[], at: Date): Promise<void> {
    const last = [...new Map(told.map((one) => [one.leaseId, one])).values()];
    for (let start = 0; start < last.length; start += 500) {
      await this.toldDocs.bulkWrite(
        last.slice(start, start + 500).map(({ leaseId, sharers }) => ({
          updateOne: {
            filter: { _id: `${agencyId}.${leaseId}` },
            update: { $set: { agencyId, leaseId, sharers, at } },
            upsert: true,
          },
        })),
      );
    }
  }

  override async addOffer(offer: StoredOffer): Promise<void> {
    const { _id, ...rest } = toDocument(offer);
    await this.offerDocs.updateOne(
      { _id, agencyId: offer.agencyId },
      { $setOnInsert: defined(rest) },
      { upsert: true },
    );
  }

  override async offers(agencyId: string): Promise<StoredOffer[]> {
    const found = await this.offerDocs
      .find({ agencyId })
      .sort({ receivedOn: -1 })
      .limit(MOST)
      .lean<OfferDoc[]>();
    return found.map((one) => toRecord<StoredOffer>(one));
  }

  override async answerOffer(
    agencyId: string,
    id: string,
    answeredOn: Day,
    accepted: boolean,
  ): Promise<boolean> {
    const found = await this.offerDocs.updateOne({ _id: id, agencyId }, { $set: { answeredOn, accepted } });
    return found.matchedCount === 1;
  }

  override async saveScan(
    agencyId: string,
    scannedAt: Date,
    day: Day,
    alerts: readonly StoredAlert[],
  ): Promise<void> {
    await this.scanDocs.updateOne({ _id: agencyId }, { $set: { scannedAt, day, alerts } }, { upsert: true });
  }

  override async scan(
    agencyId: string,
  ): Promise<{ scannedAt: Date; day: Day; alerts: StoredAlert[] } | undefined> {
    return (await this.scanDocs.findOne({ _id: agencyId }).lean<ScanDoc>()) ?? undefined;
  }
}
