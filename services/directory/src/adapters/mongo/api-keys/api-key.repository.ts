import { retryOnConflict, VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ApiKeys } from '../../../application/ports/api-keys.js';
import type { ApiKey } from '../../../domain/api-keys/api-key.js';
import type { ApiKeyDocument } from './api-key.schema.js';
import { API_KEY } from './api-key.schema.js';

/** Revoked keys stay, for the administrator's list. */
const MOST_LISTED = 100;

@Injectable()
export class ApiKeyRepository extends ApiKeys {
  constructor(@InjectModel(API_KEY) private readonly model: Model<ApiKeyDocument>) {
    super();
  }

  async withSecret(hash: string): Promise<ApiKey | undefined> {
    const found = await this.model.findOne({ 'secrets.hash': hash }).lean<ApiKeyDocument>();
    return found ? toKey(found) : undefined;
  }

  async list(agencyId: string): Promise<ApiKey[]> {
    const found = await this.model
      .find({ agencyId })
      .sort({ createdAt: -1 })
      .limit(MOST_LISTED)
      .lean<ApiKeyDocument[]>();
    return found.map(toKey);
  }

  async add({ id, ...rest }: ApiKey): Promise<void> {
    await this.model.create({ _id: id, ...rest });
  }

  update(
    agencyId: string,
    id: string,
    change: (key: ApiKey) => ApiKey | undefined,
  ): Promise<ApiKey | undefined> {
    return retryOnConflict(async () => {
      const found = await this.model.findOne({ _id: id, agencyId }).lean<ApiKeyDocument>();
      if (!found) return undefined;
      const before = toKey(found);
      const after = change(before);
      if (!after) return before;
      const version = before.version + 1;
      const { secrets, revokedAt } = after;
      const { matchedCount } = await this.model.updateOne(
        { _id: id, agencyId, version: before.version },
        { $set: { version, secrets, ...(revokedAt && { revokedAt }) } },
      );
      if (matchedCount === 0) throw new VersionConflict(id);
      return { ...after, version };
    });
  }
}

const toKey = ({ _id, ...rest }: ApiKeyDocument): ApiKey => ({ id: _id, ...rest });
