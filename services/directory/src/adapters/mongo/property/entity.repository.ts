import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Entities } from '../../../application/ports/property/entities.js';
import type { AccountingEntity, ProfessionalCard } from '../../../domain/property/entity.js';
import { EMPTY_CARD, EMPTY_ENTITY } from '../../../domain/property/entity.js';
import { upsertAll } from '../published.js';
import type { CardDocument, EntityDocument } from './entity.schema.js';
import { CARD, ENTITY } from './entity.schema.js';
import { plainOf } from './record.schema.js';

@Injectable()
export class EntityRepository extends Entities {
  constructor(
    @InjectModel(ENTITY) private readonly entityModel: Model<EntityDocument>,
    @InjectModel(CARD) private readonly cardModel: Model<CardDocument>,
  ) {
    super();
  }

  async entities(agencyId: string): Promise<AccountingEntity[]> {
    const found = await this.entityModel.find({ agencyId }).sort({ id: 1 }).lean<EntityDocument[]>();
    return found.map(({ record, id }) => ({ ...EMPTY_ENTITY, ...record, id }));
  }

  async cards(agencyId: string): Promise<ProfessionalCard[]> {
    const found = await this.cardModel.find({ agencyId }).sort({ id: 1 }).lean<CardDocument[]>();
    return found.map(({ record, id }) => ({ ...EMPTY_CARD, ...record, id }));
  }

  async upsert(
    agencyId: string,
    { entities, cards }: { entities: readonly AccountingEntity[]; cards: readonly ProfessionalCard[] },
  ): Promise<void> {
    const stored = <R extends { id: string }>(record: R) => ({
      agencyId,
      id: record.id,
      record: plainOf(record),
    });
    await upsertAll(this.entityModel, entities.map(stored));
    await upsertAll(this.cardModel, cards.map(stored));
  }
}
