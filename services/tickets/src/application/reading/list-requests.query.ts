import { Injectable } from '@nestjs/common';
import { clientPage } from './client-page.js';
import type { ClientPage, ClientPageRequest } from './client-page.js';
import { ClientTickets } from '../ports/client-tickets.js';

/** A client's own requests; unlike the follow-up, with those not validated, and whatever the settings show. */
@Injectable()
export class ListRequestsQuery {
  constructor(private readonly tickets: ClientTickets) {}

  execute(agencyId: string, partyId: string, request: ClientPageRequest): Promise<ClientPage> {
    return clientPage(request, async (range) =>
      // Requests without a party are nobody's.
      partyId ? this.tickets.page({ agencyId, selection: { requesterPartyId: partyId }, ...range }) : [],
    );
  }
}
