import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Page } from '../../../application/ports/property/leases.js';
import type { SaleSearch } from '../../../application/ports/property/sales.js';
import { Sales } from '../../../application/ports/property/sales.js';
import { EMPTY_SALE } from '../../../domain/property/sale.js';
import type { SaleFile } from '../../../domain/property/sale.js';
import { upsertAll } from '../published.js';
import { decodeCursor, pageOf } from './page.js';
import { plainOf } from './record.schema.js';
import type { SaleDocument } from './sale.schema.js';
import { SALE } from './sale.schema.js';

@Injectable()
export class SaleRepository extends Sales {
  constructor(@InjectModel(SALE) private readonly model: Model<SaleDocument>) {
    super();
  }

  async page(agencyId: string, search: SaleSearch): Promise<Page<SaleFile>> {
    const { entityId, kind, signedFrom, after, limit } = search;
    const found = await this.model
      .find({
        ...{ agencyId, entityId, kind, ...(after ? { id: { $gt: decodeCursor(after) } } : {}) },
        ...(signedFrom ? { signedOn: { $gte: signedFrom } } : {}),
      })
      .sort({ id: 1 })
      .limit(limit + 1)
      .lean<SaleDocument[]>();
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      ({ record, id }): SaleFile => ({ ...EMPTY_SALE, ...record, id }),
    );
  }

  async upsert(agencyId: string, sales: readonly SaleFile[]): Promise<void> {
    const stored = sales.map((sale) => ({
      ...{ agencyId, id: sale.id, entityId: sale.entityId, kind: sale.kind, signedOn: sale.signedOn },
      record: plainOf(sale),
    }));
    await upsertAll(this.model, stored);
  }
}
