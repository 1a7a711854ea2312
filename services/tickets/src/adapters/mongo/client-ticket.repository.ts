import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { ClientTickets } from '../../application/ports/client-tickets.js';
import type { ClientSelection, ClientTicketFilter } from '../../application/ports/client-tickets.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { requesterKey } from '../../domain/search/list-keys.js';
import { MODULES } from '../../domain/values/model.js';
import { afterPosition } from './after-position.js';
import { toRecord } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

@Injectable()
export class ClientTicketRepository extends ClientTickets {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(filter: ClientTicketFilter): Promise<TicketRecord[]> {
    return (await this.query(filter).lean<TicketFields[]>()).map(toRecord);
  }

  /** Apart, so that a test can ask for its plan. */
  query({ agencyId, selection, after, limit }: ClientTicketFilter) {
    return this.model
      .find({ agencyId, ...conditionsOf(selection), ...afterPosition('modifiedAt', after) })
      .sort({ modifiedAt: -1, _id: -1 })
      .limit(limit);
  }

  async find(
    { agencyId, selection }: Pick<ClientTicketFilter, 'agencyId' | 'selection'>,
    ticketId: string,
  ): Promise<TicketRecord | undefined> {
    const found = await this.model
      .findOne({ _id: ticketId, agencyId, ...conditionsOf(selection) })
      .lean<TicketFields>();
    return found ? toRecord(found) : undefined;
  }
}

/**
 * Own requests are in the index of searches, each field before its date given, so that the order comes from it; of the
 * requester's tickets those that the agency opened are passed over.
 */
function conditionsOf(selection: ClientSelection): QueryFilter<TicketFields> {
  if ('audience' in selection) return { audience: { $in: [...selection.audience] } };
  return {
    'details.module': { $in: [...MODULES] },
    'search.keys': requesterKey(selection.requesterPartyId),
    closed: { $in: [false, true] },
    $or: [{ 'history.fact': 'PreTicketReceived' }, { 'earlier.course.fact': 'PreTicketReceived' }],
  };
}
