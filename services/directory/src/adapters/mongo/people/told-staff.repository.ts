import { create } from '@bufbuild/protobuf';
import { Clock } from '@intervia/clock';
import { PlaceStaffChangedSchema } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { OutboxRelay, pushToOutbox } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { ToldStaff } from '../../../application/ports/told-staff.js';
import type { PlaceStaff } from '../../../domain/staff.js';
import { isSameStaff } from '../../../domain/staff.js';
import type { ToldStaffDocument } from './told-staff.schema.js';
import { TOLD_STAFF } from './told-staff.schema.js';

/** What was told and the telling of it are one write: a crash loses neither, and a retry tells nothing twice. */
@Injectable()
export class ToldStaffRepository extends ToldStaff {
  constructor(
    @InjectModel(TOLD_STAFF) private readonly model: Model<ToldStaffDocument>,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  async settle(agencyId: string, places: readonly PlaceStaff[]): Promise<void> {
    const told = await this.toldOf(agencyId, places);
    const changed = places.filter(
      (place) => !isSameStaff(place.staffIds, told.get(keyOf(agencyId, place)) ?? []),
    );
    if (changed.length === 0) return;
    const at = this.clock.now();
    const operations = changed.map((place) => {
      const outbox = pushToOutbox([eventOf(agencyId, place, at)], at);
      return {
        updateOne: {
          filter: { _id: keyOf(agencyId, place), agencyId },
          update: { $set: { staffIds: place.staffIds, ...outbox.$set }, $push: outbox.$push },
          upsert: true,
        },
      };
    });
    await this.model.bulkWrite(operations, {
      ordered: false,
    });
    for (const place of changed) this.relay.notify(keyOf(agencyId, place));
  }

  private async toldOf(
    agencyId: string,
    places: readonly PlaceStaff[],
  ): Promise<ReadonlyMap<string, string[]>> {
    const ids = places.map((place) => keyOf(agencyId, place));
    const found = await this.model
      .find({ _id: { $in: ids }, agencyId }, { staffIds: 1 })
      .lean<Pick<ToldStaffDocument, '_id' | 'staffIds'>[]>();
    return new Map(found.map(({ _id, staffIds }) => [_id, staffIds]));
  }
}

const keyOf = (agencyId: string, { buildingId, unitId }: PlaceStaff): string =>
  unitId ? `${agencyId}/unit/${unitId}` : `${agencyId}/building/${buildingId}`;

const eventOf = (agencyId: string, place: PlaceStaff, occurredAt: Date): OutgoingEvent => ({
  id: randomUUID(),
  agencyId,
  aggregateId: keyOf(agencyId, place),
  occurredAt,
  schema: PlaceStaffChangedSchema,
  message: create(PlaceStaffChangedSchema, place),
});
