import { VersionConflict, isDuplicateKey, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Schema } from 'mongoose';
import type { Model } from 'mongoose';
import { OwnViews } from '../../../application/ports/own-views.js';
import type { KeptViews, ViewsOwner } from '../../../application/ports/own-views.js';

export const OWN_VIEWS = 'OwnViews';

interface OwnViewsFields extends ViewsOwner, KeptViews {
  /** Agency, module and user: one document each. */
  _id: string;
}

export const ownViewsSchema = schemaOf<OwnViewsFields>(
  {
    _id: String,
    agencyId: String,
    userId: String,
    module: String,
    views: [new Schema({ name: String, address: String }, { _id: false })],
    version: Number,
  },
  { collection: 'ticket_own_views', versionKey: false },
);

@Injectable()
export class OwnViewsRepository extends OwnViews {
  constructor(@InjectModel(OWN_VIEWS) private readonly model: Model<OwnViewsFields>) {
    super();
  }

  async of(owner: ViewsOwner): Promise<KeptViews> {
    const found = await this.model.findById(idOf(owner)).lean<OwnViewsFields>();
    return found ? { views: found.views, version: found.version } : { views: [], version: 0 };
  }

  async save(owner: ViewsOwner, { views, version }: KeptViews): Promise<void> {
    const _id = idOf(owner);
    if (version === 0) return this.insert({ _id, ...owner, views, version: 1 });
    const change = { $set: { views: [...views], version: version + 1 } };
    const { matchedCount } = await this.model.updateOne({ _id, version }, change);
    if (matchedCount === 0) throw new VersionConflict(_id);
  }

  private async insert(fields: OwnViewsFields): Promise<void> {
    try {
      await this.model.create(fields);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new VersionConflict(fields._id);
    }
  }
}

const idOf = ({ agencyId, module, userId }: ViewsOwner): string => `${agencyId}:${module}:${userId}`;
