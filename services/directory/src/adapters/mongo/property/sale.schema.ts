import { Schema } from 'mongoose';
import type { SaleFile } from '../../../domain/property/sale.js';
import { publishedSchema } from '../published.js';
import type { Published } from '../published.js';

export const SALE = 'Sale';

export interface SaleDocument extends Published {
  entityId: string;
  kind: string;
  signedOn: string;
  record: Partial<SaleFile>;
}

export const saleSchema = publishedSchema<SaleDocument>('sales', {
  entityId: String,
  kind: String,
  signedOn: String,
  record: Schema.Types.Mixed,
});
saleSchema.index({ agencyId: 1, entityId: 1, kind: 1, id: 1 });
