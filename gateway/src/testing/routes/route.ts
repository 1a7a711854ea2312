import type { Right } from '../../session/rights.js';

/** Who may call a route: everybody, clients, programs by a key, any member of staff, administrators, or those with one of these rights. */
export type Open = 'everybody' | 'clients' | 'programs' | 'staff' | 'administrators' | readonly Right[];

export interface Route {
  open: Open;
  body?: object;
  /** Nothing of an agency is named in its address: the test of tenancy tells why, or names it by itself. */
  query?: string;
}
