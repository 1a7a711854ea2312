import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Radiations } from '../../application/ports/stores.js';
import type { Listed, Waiting } from '../../application/ports/stores.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import { listed, olderThan } from './pages.js';
import { defined, toDocument, toRecord } from './records.js';
import { NAMES } from './schemas.js';
import type { RadiationDoc } from './schemas.js';

/** A file takes all that wait; more than these go into the next one. */
const MOST = 5_000;
const HELD_BACK: RadiationRecord['state'][] = ['EXCLUDED', 'BLOCKED'];

const toRadiation = (document: RadiationDoc): RadiationRecord => {
  const { seq: _seq, ...rest } = document;
  return toRecord<RadiationRecord>(rest);
};

@Injectable()
export class MongoRadiations extends Radiations {
  constructor(@InjectModel(NAMES.radiations) private readonly docs: Model<RadiationDoc>) {
    super();
  }

  override async add(record: RadiationRecord): Promise<boolean> {
    const known = await this.ofPerson(record.agencyId, record.leaving.leaseId, record.occupantId);
    try {
      await this.docs.create({ ...toDocument(record), seq: known.length });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  override async ofPerson(agencyId: string, leaseId: string, occupantId: string): Promise<RadiationRecord[]> {
    return this.find({ agencyId, 'leaving.leaseId': leaseId, occupantId });
  }

  override async change(
    agencyId: string,
    id: string,
    from: readonly RadiationRecord['state'][],
    change: Partial<RadiationRecord>,
  ): Promise<boolean> {
    const found = await this.docs.updateOne(
      { _id: id, agencyId, state: { $in: [...from] } },
      { $set: defined(change) },
    );
    return found.matchedCount === 1;
  }

  override async claim(
    agencyId: string,
    entityId: string,
    organisme: string,
    runId: string,
  ): Promise<RadiationRecord[]> {
    await this.docs.updateMany(
      { agencyId, entityId, organisme, state: 'PENDING', runId: '' },
      { $set: { runId } },
    );
    return this.ofRun(agencyId, runId);
  }

  override ofRun(agencyId: string, runId: string): Promise<RadiationRecord[]> {
    return this.find({ agencyId, runId });
  }

  override ofFile(agencyId: string, fileId: string): Promise<RadiationRecord[]> {
    return this.find({ agencyId, fileId });
  }

  override async reopen(agencyId: string, entityId: string, organisme: string): Promise<void> {
    await this.docs.updateMany(
      // What belongs to the MSA stays out, whatever is corrected.
      { agencyId, entityId, organisme, state: { $in: HELD_BACK }, why: { $ne: 'MSA' } },
      { $set: { state: 'PENDING', why: '', runId: '' } },
    );
  }

  override async release(agencyId: string, runId: string): Promise<void> {
    await this.docs.updateMany({ agencyId, runId, state: 'PENDING' }, { $set: { runId: '' } });
  }

  override async list(agencyId: string, limit: number, cursor?: string): Promise<Listed<RadiationRecord>> {
    const found = await this.docs
      .find({ agencyId, ...olderThan('recordedAt', cursor) })
      .sort({ recordedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<RadiationDoc[]>();
    return listed(found, limit, 'recordedAt', toRadiation);
  }

  override async waiting(): Promise<Waiting[]> {
    const found = await this.docs
      .find({ state: 'PENDING' })
      .sort({ recordedAt: 1 })
      .limit(MOST)
      .lean<RadiationDoc[]>();
    const groups = new Map<string, Waiting>();
    for (const { _id, agencyId, entityId, organisme, runId } of found) {
      const key = [agencyId, entityId, organisme, runId].join(' ');
      const group = groups.get(key) ?? { agencyId, entityId, organisme, runId, ids: [] };
      group.ids.push(_id);
      groups.set(key, group);
    }
    return [...groups.values()];
  }

  private async find(filter: Record<string, unknown>): Promise<RadiationRecord[]> {
    const found = await this.docs
      .find(filter)
      .sort({ seq: 1, recordedAt: 1 })
      .limit(MOST)
      .lean<RadiationDoc[]>();
    return found.map(toRadiation);
  }
}
