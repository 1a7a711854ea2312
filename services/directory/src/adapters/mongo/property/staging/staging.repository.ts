import { Clock } from '@intervia/clock';
import { isDuplicateKey, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Staging, StagingKey } from '../../../../application/ports/property/stagings.js';
import { Stagings } from '../../../../application/ports/property/stagings.js';
import type { PropertyEvent } from '../../../../application/publishing/property-events.js';
import type { StagedFile } from '../../../../domain/staging/staged-file.js';
import { toOutgoing } from '../../../proto/property-events.js';
import { documentId, plainOf } from '../record.schema.js';
import { StagingRelay } from '../relays.js';
import type { StagingDocument } from './staging.schema.js';
import { STAGING } from './staging.schema.js';

const KEPT_MS = 90 * 86_400_000;

const idOf = ({ agencyId, commandId }: StagingKey): string => documentId(agencyId, commandId);

const toStaging = ({ agencyId, commandId, state, fingerprint, actor, files }: StagingDocument): Staging => ({
  agencyId,
  commandId,
  state,
  fingerprint,
  actor,
  files,
});

@Injectable()
export class StagingRepository extends Stagings {
  constructor(
    @InjectModel(STAGING) private readonly model: Model<StagingDocument>,
    private readonly relay: StagingRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async begin({ files, actor, ...staging }: Omit<Staging, 'state'>): Promise<Staging> {
    const { agencyId, commandId, fingerprint } = staging;
    const fresh = { _id: idOf(staging), agencyId, commandId, fingerprint, actor, state: 'staging' as const };
    try {
      await this.model.create({ ...fresh, files: plainOf([...files]), at: this.clock.now() });
      return { ...staging, actor, files, state: 'staging' };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // One that was interrupted may come back with other files.
    await this.model.updateOne(
      { _id: fresh._id, agencyId, state: 'staging' },
      { $set: { fingerprint, files: plainOf([...files]) } },
    );
    return (await this.find(staging)) ?? { ...staging, actor, files, state: 'staging' };
  }

  async find(key: StagingKey): Promise<Staging | undefined> {
    const { agencyId } = key;
    const found = await this.model.findOne({ _id: idOf(key), agencyId }).lean<StagingDocument>();
    return found ? toStaging(found) : undefined;
  }

  async staged(key: StagingKey, files: readonly StagedFile[]): Promise<boolean> {
    const { matchedCount } = await this.model.updateOne(
      { _id: idOf(key), agencyId: key.agencyId, state: 'staging' },
      { $set: { state: 'staged', files: plainOf([...files]) } },
    );
    return matchedCount === 1;
  }

  async confirming(key: StagingKey, files: readonly StagedFile[]): Promise<Staging | undefined> {
    const begun = await this.model
      .findOneAndUpdate(
        { _id: idOf(key), agencyId: key.agencyId, state: 'staged' },
        { $set: { state: 'confirming', files: plainOf([...files]), at: this.clock.now() } },
        { returnDocument: 'after' },
      )
      .lean<StagingDocument>();
    return begun ? toStaging(begun) : this.find(key);
  }

  async confirmed(key: StagingKey, events: readonly PropertyEvent[]): Promise<void> {
    const now = this.clock.now();
    const outbox = pushToOutbox(
      events.map((event) => toOutgoing(key.agencyId, event, now)),
      now,
    );
    await this.model.updateOne(
      { _id: idOf(key), agencyId: key.agencyId, state: 'confirming' },
      {
        $set: { state: 'confirmed', files: [], expiresAt: new Date(now.getTime() + KEPT_MS), ...outbox.$set },
        ...(outbox.$push ? { $push: outbox.$push } : {}),
      },
    );
    this.relay.notify(idOf(key));
  }

  async forget(key: StagingKey): Promise<boolean> {
    const _id = idOf(key);
    const { deletedCount } = await this.model.deleteOne({ _id, agencyId: key.agencyId, state: 'staging' });
    return deletedCount === 1;
  }

  async discard(key: StagingKey): Promise<boolean> {
    const { agencyId, commandId } = key;
    const now = this.clock.now();
    const end = { state: 'discarded' as const, expiresAt: new Date(now.getTime() + KEPT_MS) };
    const { matchedCount } = await this.model.updateOne(
      { _id: idOf(key), agencyId, state: { $in: ['staging', 'staged', 'discarded'] } },
      { $set: end },
    );
    if (matchedCount === 1) return true;
    try {
      await this.model.create({
        ...end,
        _id: idOf(key),
        agencyId,
        commandId,
        fingerprint: '',
        files: [],
        at: now,
      });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    // Begun in between, or past the point of no return.
    const found = await this.find(key);
    return found?.state === 'staging' || found?.state === 'staged' ? this.discard(key) : false;
  }

  async unfinished(before: Date): Promise<StagingKey[]> {
    const found = await this.model
      .find({ state: 'confirming', at: { $lte: before } }, { agencyId: 1, commandId: 1 })
      .limit(1_000)
      .lean<StagingKey[]>();
    return found.map(({ agencyId, commandId }) => ({ agencyId, commandId }));
  }
}
