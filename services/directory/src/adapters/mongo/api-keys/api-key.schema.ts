import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { ApiKey } from '../../../domain/api-keys/api-key.js';

export const API_KEY = 'ApiKey';

export interface ApiKeyDocument extends Omit<ApiKey, 'id'> {
  _id: string;
}

export const apiKeySchema = schemaOf<ApiKeyDocument>(
  {
    _id: String,
    agencyId: String,
    version: Number,
    name: String,
    scopes: [String],
    createdAt: Date,
    createdBy: String,
    expiresAt: Date,
    revokedAt: Date,
    secrets: { type: [Schema.Types.Mixed], default: [] },
  },
  { collection: 'apiKeys', versionKey: false, minimize: false },
);
// Across agencies: a key comes before it is known whose it is.
apiKeySchema.index({ 'secrets.hash': 1 });
apiKeySchema.index({ agencyId: 1, createdAt: -1 });
