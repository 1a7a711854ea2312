import type { ClientCourse } from '../../domain/audiences/client-course.js';
import type { DocumentRef, TicketDetails } from '../../domain/values/model.js';
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

/** With what the client itself wrote and sent. */
export interface OwnRequest {
  readonly row: ClientRow;
  readonly description: string;
  readonly documents: readonly DocumentRef[];
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
  /** Undefined also for what is no request of that client. */
  abstract findRequest(agencyId: string, partyId: string, ticketId: string): Promise<OwnRequest | undefined>;
}
