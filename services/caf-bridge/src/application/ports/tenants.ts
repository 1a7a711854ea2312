import type { Tenancy } from '../../domain/selection/tenancy.js';
import type { Candidate } from '../../domain/statement/matching.js';
import type { Day, Month } from '../../domain/values/day.js';

export interface Entity {
  id: string;
  name: string;
  siret: string;
  iban: string;
}

export interface Page {
  tenancies: readonly Tenancy[];
  /** Undefined after the last page. */
  next?: string;
}

/** How a statement's line may be looked up; the first that is filled counts. */
export interface TenantKey {
  uniqueNumber?: string;
  allocataire?: string;
  account?: string;
}

export interface AidPosting {
  /** Chosen by us: posted twice with one id, it is posted once. */
  id: string;
  leaseId: string;
  sharerId: string;
  accountId: string;
  on: Day;
  month: Month;
  label: string;
  /** What the tenant owes less. */
  cents: number;
}

/** The agency's tenants, as the directory has them. */
export abstract class Tenants {
  abstract entities(agencyId: string): Promise<Entity[]>;
  /** Those attached to a caisse, in a stable order. */
  abstract page(agencyId: string, entityId: string, presentOnly: boolean, cursor?: string): Promise<Page>;
  abstract find(agencyId: string, leaseId: string): Promise<Tenancy | undefined>;
  /** Candidates by key, in the order of the keys; at most 200 keys. */
  abstract match(agencyId: string, keys: readonly TenantKey[]): Promise<Candidate[][]>;
  /** By words of the tenant's name; a few. */
  abstract search(agencyId: string, words: string): Promise<Tenancy[]>;
  /** Once for ever: another number than the tenant's own is not taken. */
  abstract setUniqueNumber(
    agencyId: string,
    tenant: { leaseId: string; sharerId: string },
    number: string,
    commandId: string,
  ): Promise<'SET' | 'OTHER'>;
  /** @throws an error with a code when the directory refuses it */
  abstract post(
    agencyId: string,
    posting: AidPosting,
    by: { id: string; name: string },
  ): Promise<{ balanceAfterCents: number }>;
}
