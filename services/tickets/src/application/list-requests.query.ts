import { Injectable } from '@nestjs/common';
import { beyond, pageOf, readPosition } from './position.js';
import { ClientRequests } from './ports/client-requests.js';
import type { TicketRecord } from './ports/tickets.js';

interface RequestPage {
  readonly records: readonly TicketRecord[];
  /** Empty on the last page. */
  readonly nextCursor: string;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** A client's own requests; unlike the follow-up, with those not validated, and whatever the settings show. */
@Injectable()
export class ListRequestsQuery {
  constructor(private readonly requests: ClientRequests) {}

  async execute(
    agencyId: string,
    partyId: string,
    request: { readonly cursor: string; readonly limit: number },
  ): Promise<RequestPage> {
    const after = readPosition(request.cursor);
    // Requests without a party are nobody's.
    if (!partyId) return { records: [], nextCursor: '' };
    const limit = Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT);
    const found = await this.requests.page({ agencyId, partyId, after, limit: beyond(limit) });
    const { items, nextCursor } = pageOf(found, limit, ({ ticket }) => ({
      at: ticket.modifiedAt,
      id: ticket.details.id,
    }));
    return { records: items, nextCursor };
  }
}
