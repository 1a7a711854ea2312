import type { Tenancy } from '../../domain/selection/tenancy.js';
import type { Candidate } from '../../domain/statement/matching.js';
import type { Day, Month } from '../../domain/values/day.js';

export interface Entity {
  id: string;
  name: string;
  siret: string;
  iban: string;
}

const MOST_TENANTS = 400;

export interface TenantPage {
  /** Empty: of every entity. */
  entityId: string;
  presentOnly: boolean;
  limit: number;
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

/** The number that a line of a statement bears, for the tenant whose line it is. */
export interface GivenNumber {
  leaseId: string;
  sharerId: string;
  number: string;
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

/** The balance after it, or the code of why it is refused. */
export type Posted = { balanceAfterCents: number } | { errorCode: string };

/** The agency's tenants, as the directory has them. */
export abstract class Tenants {
  abstract entities(agencyId: string): Promise<Entity[]>;
  /** Those attached to a caisse, in a stable order; at most 400. */
  abstract page(agencyId: string, asked: TenantPage, cursor?: string): Promise<Page>;
  /** All of them, page by page; the next one is fetched while the caller works on one. */
  async *pages(agencyId: string, asked: Omit<TenantPage, 'limit'>): AsyncGenerator<Page['tenancies']> {
    const fetch = (cursor?: string) => this.page(agencyId, { ...asked, limit: MOST_TENANTS }, cursor);
    let coming: Promise<Page> | undefined = fetch();
    while (coming) {
      const { tenancies, next }: Page = await coming;
      coming = next ? fetch(next) : undefined;
      // Its failure is met when it is waited for, also by nobody.
      coming?.catch(() => undefined);
      yield tenancies;
    }
  }
  abstract find(agencyId: string, leaseId: string): Promise<Tenancy | undefined>;
  /** Candidates by key, in the order of the keys; at most 200 keys. */
  abstract match(agencyId: string, keys: readonly TenantKey[]): Promise<Candidate[][]>;
  /** By words of the tenant's name; a few. */
  abstract search(agencyId: string, words: string): Promise<Tenancy[]>;
  /**
   * Each once for ever: another number than the tenant's own is not taken, and again the same one is the tenant's.
   * At most 500. @returns in the order of the numbers; empty where it cannot be a number, or the tenant is gone meanwhile
   */
  abstract setUniqueNumbers(
    agencyId: string,
    numbers: readonly GivenNumber[],
  ): Promise<('SET' | 'OTHER' | '')[]>;
  /** Each for itself, those of one account in their order; at most 500. @returns in the order of the postings */
  abstract postAll(
    agencyId: string,
    postings: readonly AidPosting[],
    by: { id: string; name: string },
  ): Promise<Posted[]>;
}
