import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ClientRequests } from '../../application/ports/client-requests.js';
import type { ClientRequestFilter } from '../../application/ports/client-requests.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { requesterKey } from '../../domain/search/list-keys.js';
import { MODULES } from '../../domain/values/model.js';
import { afterPosition } from './after-position.js';
import { toRecord } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

@Injectable()
export class ClientRequestRepository extends ClientRequests {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(filter: ClientRequestFilter): Promise<TicketRecord[]> {
    return (await this.query(filter).lean<TicketFields[]>()).map(toRecord);
  }

  /**
   * Apart, so that a test can ask for its plan: the index of searches, each field before its date given, so that the
   * order comes from it. Of the requester's tickets those that the agency opened are passed over.
   */
  query({ agencyId, partyId, after, limit }: ClientRequestFilter) {
    return this.model
      .find({
        agencyId,
        'details.module': { $in: [...MODULES] },
        'search.keys': requesterKey(partyId),
        closed: { $in: [false, true] },
        'history.fact': 'PreTicketReceived',
        ...afterPosition('modifiedAt', after),
      })
      .sort({ modifiedAt: -1, _id: -1 })
      .limit(limit);
  }
}
