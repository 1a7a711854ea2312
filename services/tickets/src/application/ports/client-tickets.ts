import type { ClientCourse } from '../../domain/audiences/client-course.js';
import type { TicketDetails } from '../../domain/values/model.js';
import type { Position } from '../reading/position.js';

/** What clients are shown of a ticket: a projection, without people, exchanges and history. */
export interface ClientRow
  extends
    ClientCourse,
    Pick<
      TicketDetails,
      | 'id'
      | 'number'
      | 'module'
      | 'subject'
      | 'description'
      | 'notifiedDescription'
      | 'requestedAt'
      | 'openedAt'
    > {
  readonly placeLabel: string;
  readonly modifiedAt: Date;
  readonly closedAt?: Date;
}

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
  abstract page(filter: ClientTicketFilter): Promise<ClientRow[]>;
  /** Undefined also for a ticket that is not among those of the selection. */
  abstract find(
    filter: Pick<ClientTicketFilter, 'agencyId' | 'selection'>,
    ticketId: string,
  ): Promise<ClientRow | undefined>;
}
