import { Injectable } from '@nestjs/common';
import { TicketNotFound } from '../../domain/values/errors.js';
import { ClientTickets } from '../ports/client-tickets.js';
import type { OwnRequest } from '../ports/client-tickets.js';
import { clientPage } from './client-page.js';
import type { ClientPage, ClientPageRequest } from './client-page.js';

/** A client's own requests; unlike the follow-up, with those not validated, and whatever the settings show. */
@Injectable()
export class OwnRequestsQuery {
  constructor(private readonly tickets: ClientTickets) {}

  list(agencyId: string, partyId: string, request: ClientPageRequest): Promise<ClientPage> {
    return clientPage(request, async (range) =>
      // Requests without a party are nobody's.
      partyId ? this.tickets.page({ agencyId, selection: { requesterPartyId: partyId }, ...range }) : [],
    );
  }

  /** @throws TicketNotFound */
  async get(agencyId: string, partyId: string, ticketId: string): Promise<OwnRequest> {
    const found = partyId ? await this.tickets.findRequest(agencyId, partyId, ticketId) : undefined;
    if (!found) throw new TicketNotFound();
    return found;
  }
}
