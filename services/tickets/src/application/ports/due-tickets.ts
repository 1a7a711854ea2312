import type { TicketRecord } from './tickets.js';

/** The right to fire tickets, for a while. */
export interface Lease {
  /** Unique to one claim. */
  readonly id: string;
  readonly until: Date;
}

/** The tickets whose time has come, across agencies, shared among replicas. */
export abstract class DueTickets {
  /** Some of those due longest, none when all are held; nobody else is given them before the lease ends or their next save. */
  abstract claim(now: Date, lease: Lease, limit: number): Promise<TicketRecord[]>;
  /** When there will be something to claim: a ticket becomes due, or a lease ends. Undefined while no timer runs. */
  abstract nextAt(now: Date): Promise<Date | undefined>;
}
