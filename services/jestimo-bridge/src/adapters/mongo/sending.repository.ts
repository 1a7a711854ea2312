import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { Sending, SendingLine } from '../../application/ports/stores.js';
import { Sendings } from '../../application/ports/stores.js';
import type { SendingDoc } from './schemas.js';
import { NAMES } from './schemas.js';

const OPEN: Sending['state'][] = ['WAITING', 'SENDING'];
/** Of one day. */
const MOST = 10_000;

type Bytes = Buffer | { buffer: Uint8Array };

/** Lean documents bring BSON's binary. */
const toBuffer = (bytes: Bytes): Buffer => Buffer.from(Buffer.isBuffer(bytes) ? bytes : bytes.buffer);

@Injectable()
export class SendingRepository extends Sendings {
  constructor(@InjectModel(NAMES.sendings) private readonly docs: Model<SendingDoc>) {
    super();
  }

  override async add({ id, sentAt, ...sending }: Sending): Promise<boolean> {
    try {
      const records = sending.items.length;
      await this.docs.create({ ...sending, _id: id, sentAt: sentAt ?? null, records });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  override async dropWaiting(agencyId: string, entityId: string): Promise<void> {
    await this.docs.deleteMany({ agencyId, entityId, state: 'WAITING' });
  }

  override async nextSeq(agencyId: string, entityId: string): Promise<number> {
    const last = await this.docs
      .findOne({ agencyId, entityId }, { seq: 1 })
      .sort({ seq: -1 })
      .lean<{ seq: number }>();
    return (last?.seq ?? 0) + 1;
  }

  override async next(agencyId: string, entityId: string): Promise<Sending | undefined> {
    const found = await this.docs
      .findOne({ agencyId, entityId, state: { $in: OPEN } })
      .sort({ seq: 1 })
      .lean<SendingDoc>();
    if (!found) return undefined;
    const { _id, records: _records, bytes, sentAt, ...rest } = found;
    return { ...rest, id: _id, bytes: toBuffer(bytes), sentAt: sentAt ?? undefined };
  }

  override async beginAttempt({ id, agencyId, attempts }: Sending): Promise<boolean> {
    const { matchedCount } = await this.docs.updateOne(
      { _id: id, agencyId, attempts, state: { $in: OPEN } },
      { $set: { state: 'SENDING' }, $inc: { attempts: 1 } },
    );
    return matchedCount === 1;
  }

  override async settle(
    { id, agencyId }: Sending,
    change: { state: Sending['state']; sentAt?: Date; failureCode: string },
  ): Promise<void> {
    await this.docs.updateOne({ _id: id, agencyId }, { $set: change });
  }

  override async list(agencyId: string, entityId: string, limit: number): Promise<SendingLine[]> {
    const found = await this.docs
      .find({ agencyId, ...(entityId ? { entityId } : {}) }, { bytes: 0, items: 0 })
      .sort({ madeAt: -1, seq: -1 })
      .limit(limit)
      .lean<Omit<SendingDoc, 'bytes' | 'items'>[]>();
    return found.map(({ _id, sentAt, ...rest }) => ({ ...rest, id: _id, sentAt: sentAt ?? undefined }));
  }

  override async lastSent(
    agencyId: string,
    entityId: string,
  ): Promise<{ sentAt: Date; records: number } | undefined> {
    const last = await this.docs
      .findOne({ agencyId, entityId, state: 'SENT' }, { day: 1, sentAt: 1 })
      .sort({ seq: -1 })
      .lean<{ day: string; sentAt: Date }>();
    if (!last) return undefined;
    const ofDay = await this.docs
      .find({ agencyId, entityId, state: 'SENT', day: last.day }, { records: 1 })
      .sort({ seq: -1 })
      .limit(MOST)
      .lean<{ records: number }[]>();
    return { sentAt: last.sentAt, records: ofDay.reduce((sum, { records }) => sum + records, 0) };
  }
}
