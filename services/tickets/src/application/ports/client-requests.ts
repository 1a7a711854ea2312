import type { Position } from '../reading/position.js';
import type { TicketRecord } from './tickets.js';

export interface ClientRequestFilter {
  readonly agencyId: string;
  /** Who asked. */
  readonly partyId: string;
  readonly after?: Position;
  readonly limit: number;
}

/** Tickets that began as a client's request, whatever became of them. */
export abstract class ClientRequests {
  /** Last modified first. */
  abstract page(filter: ClientRequestFilter): Promise<TicketRecord[]>;
}
