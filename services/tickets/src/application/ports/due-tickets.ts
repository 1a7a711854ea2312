import type { TicketRecord } from './tickets.js';

/** The tickets whose time has come, across agencies, shared among replicas. */
export abstract class DueTickets {
  /** The ticket due longest; nobody else is given it before `leaseUntil` or its next save. */
  abstract claim(now: Date, leaseUntil: Date): Promise<TicketRecord | undefined>;
}
