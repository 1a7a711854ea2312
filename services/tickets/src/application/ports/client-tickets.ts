import type { Position } from '../reading/position.js';
import type { TicketRecord } from './tickets.js';

/** Which tickets a client looks for: those that it may follow, or those that began as its own request. */
export type ClientSelection =
  /** By what the client may see (domain, `audienceKeys`). */
  | { readonly audience: readonly string[] }
  /** Whatever became of them. */
  | { readonly requesterPartyId: string };

export interface ClientTicketFilter {
  readonly agencyId: string;
  readonly selection: ClientSelection;
  readonly after?: Position;
  readonly limit: number;
}

/** Tickets as clients come to them. */
export abstract class ClientTickets {
  /** Last modified first. */
  abstract page(filter: ClientTicketFilter): Promise<TicketRecord[]>;
  /** Undefined also for a ticket that is not among those of the selection. */
  abstract find(
    filter: Pick<ClientTicketFilter, 'agencyId' | 'selection'>,
    ticketId: string,
  ): Promise<TicketRecord | undefined>;
}
