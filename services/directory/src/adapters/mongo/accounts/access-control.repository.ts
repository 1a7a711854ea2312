import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { AccessControls } from '../../../application/ports/accounts/access-controls.js';
import type { AccessControl } from '../../../domain/accounts/access.js';
import { AS_PUBLISHED } from '../../../domain/accounts/access.js';
import type { AccessControlDocument } from './access-control.schema.js';
import { ACCESS_CONTROL } from './access-control.schema.js';

@Injectable()
export class AccessControlRepository extends AccessControls {
  constructor(@InjectModel(ACCESS_CONTROL) private readonly model: Model<AccessControlDocument>) {
    super();
  }

  async of(agencyId: string): Promise<AccessControl> {
    const found = await this.model.findById(agencyId, { _id: 0 }).lean<AccessControl>();
    return found ?? AS_PUBLISHED;
  }

  async save(agencyId: string, { version, rules }: AccessControl): Promise<boolean> {
    try {
      // Of the first decision there is nothing to replace: two at once meet at the id.
      const { matchedCount, upsertedCount } = await this.model.updateOne(
        { _id: agencyId, version: version - 1 },
        { $set: { version, rules } },
        { upsert: version === 1 },
      );
      return matchedCount + upsertedCount === 1;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
