import type { Position } from '../reading/position.js';
import type { TicketRecord } from './tickets.js';

export interface FollowUpFilter {
  readonly agencyId: string;
  /** What the client may see (domain, `audienceKeys`). */
  readonly audience: readonly string[];
  readonly after?: Position;
  readonly limit: number;
}

/** Tickets as clients may see them. */
export abstract class FollowUps {
  /** Last modified first. */
  abstract page(filter: FollowUpFilter): Promise<TicketRecord[]>;
  abstract find(
    filter: Pick<FollowUpFilter, 'agencyId' | 'audience'>,
    ticketId: string,
  ): Promise<TicketRecord | undefined>;
}
