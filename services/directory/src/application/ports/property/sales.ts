import type { SaleFile } from '../../../domain/property/sale.js';
import type { LeasePage, Page } from './leases.js';

export interface SaleSearch extends LeasePage {
  entityId: string;
  kind: string;
  /** Empty: whenever. */
  signedFrom: string;
}

/** Files of transactions, which only LSC publishes; pages by id. */
export abstract class Sales {
  abstract page(agencyId: string, search: SaleSearch): Promise<Page<SaleFile>>;
  abstract upsert(agencyId: string, sales: readonly SaleFile[]): Promise<void>;
}
