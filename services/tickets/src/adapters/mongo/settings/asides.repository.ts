import { batchedByAgency, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Asides } from '../../../application/ports/asides.js';
import type { AsidesOwner } from '../../../application/ports/asides.js';
import type { Aside } from '../../../domain/settings/asides.js';

export const ASIDES = 'Aside';

interface AsideFields extends AsidesOwner, Aside {
  /** Agency, user and ticket. */
  _id: string;
}

export const asidesSchema = schemaOf<AsideFields>(
  {
    _id: String,
    agencyId: String,
    userId: String,
    module: String,
    ticketId: String,
    until: Date,
    reason: String,
    setAt: Date,
  },
  { collection: 'ticket_asides', versionKey: false },
);
asidesSchema.index({ agencyId: 1, userId: 1, module: 1 }, { name: 'owner' });

@Injectable()
export class AsidesRepository extends Asides {
  constructor(@InjectModel(ASIDES) private readonly model: Model<AsideFields>) {
    super();
  }

  /** Of both modules: every list asks, and a user has few. */
  private readonly ofUser = batchedByAgency<readonly AsideFields[]>(async (agencyId, userIds) => {
    const found = await this.model.find({ agencyId, userId: { $in: userIds } }).lean<AsideFields[]>();
    return Map.groupBy(found, ({ userId }) => userId);
  });

  async of({ agencyId, userId, module }: AsidesOwner): Promise<Aside[]> {
    const found = ((await this.ofUser(agencyId, userId)) ?? []).filter((one) => one.module === module);
    return found.map(({ ticketId, until, reason, setAt }) => ({ ticketId, until, reason, setAt }));
  }

  async put(owner: AsidesOwner, asides: readonly Aside[]): Promise<void> {
    await this.model.bulkWrite(
      asides.map((aside) => ({
        updateOne: {
          filter: { _id: idOf(owner, aside.ticketId), agencyId: owner.agencyId },
          update: { $set: { ...owner, ...aside } },
          upsert: true,
        },
      })),
    );
  }

  async remove(owner: AsidesOwner, ticketIds: readonly string[]): Promise<void> {
    const _id = { $in: ticketIds.map((ticketId) => idOf(owner, ticketId)) };
    await this.model.deleteMany({ _id, agencyId: owner.agencyId });
  }
}

const idOf = ({ agencyId, userId }: AsidesOwner, ticketId: string): string =>
  `${agencyId}:${userId}:${ticketId}`;
