import type { Sale, Tenancy, Unit } from '../../domain/values/base.js';

export interface Entity {
  id: string;
  name: string;
}

export interface Page<T> {
  items: T[];
  next: string | undefined;
}

/** A tenancy, and whether its unit may have others at the same time. */
export type ListedTenancy = Tenancy & { shared: boolean };

/** The agency's base, as the directory tells it. */
export abstract class Base {
  /** Open ones. */
  abstract entities(agencyId: string): Promise<Entity[]>;
  /** By id; those that are not there are left out. At most 20. */
  abstract units(agencyId: string, ids: readonly string[]): Promise<Map<string, Unit>>;
  /** Of all tenants present in an entity. */
  abstract tenancies(agencyId: string, entityId: string, cursor?: string): Promise<Page<ListedTenancy>>;
  /** Of the tenants present in a unit. */
  abstract tenanciesOf(agencyId: string, unitId: string): Promise<Tenancy[]>;
  /** Of type "compromis", signed on this day or later. */
  abstract sales(
    agencyId: string,
    entityId: string,
    signedFrom: string,
    cursor?: string,
  ): Promise<Page<Sale>>;
}
