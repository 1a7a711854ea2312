export interface SoughtTenant {
  readonly agencyId: string;
  readonly names: readonly string[];
  /** All that they signed. */
  readonly leaseIds: readonly string[];
}

export interface ErasedRecords {
  readonly records: number;
  /** What is still to be told or paid, and what books are kept from. */
  readonly kept: number;
}

/** What exchanges with caisses hold about a tenant, by their leases. */
export abstract class PersonRecords {
  /** Each with its `kind`. */
  abstract every(sought: SoughtTenant): Promise<object[]>;
  /** Out of what has ended. The same again changes nothing. */
  abstract erase(sought: SoughtTenant): Promise<ErasedRecords>;
}
