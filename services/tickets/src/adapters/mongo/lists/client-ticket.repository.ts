import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { ClientTickets } from '../../../application/ports/client-tickets.js';
import type {
  ClientRow,
  ClientSelection,
  ClientTicketFilter,
  OwnRequest,
} from '../../../application/ports/client-tickets.js';
import { requesterKey } from '../../../domain/search/list-keys.js';
import { MODULES } from '../../../domain/values/model.js';
import { afterPosition } from './after-position.js';
import {
  CLIENT_PROJECTION,
  courseOfWhole,
  REQUEST_PROJECTION,
  sentWithRequest,
  toClientRow,
} from './client-row.mapper.js';
import { TICKET } from '../ticket/ticket.schema.js';
import type { TicketFields } from '../ticket/ticket.schema.js';

@Injectable()
export class ClientTicketRepository extends ClientTickets {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(filter: ClientTicketFilter): Promise<ClientRow[]> {
    return this.rows(filter.agencyId, await this.query(filter).lean<TicketFields[]>());
  }

  /** Apart, so that a test can ask for its plan. */
  query({ agencyId, selection, after, limit }: ClientTicketFilter) {
    return this.model
      .find(
        { agencyId, ...conditionsOf(selection), ...afterPosition('modifiedAt', after) },
        CLIENT_PROJECTION,
      )
      .sort({ modifiedAt: -1, _id: -1 })
      .limit(limit);
  }

  async find(
    { agencyId, selection }: Pick<ClientTicketFilter, 'agencyId' | 'selection'>,
    ticketId: string,
  ): Promise<ClientRow | undefined> {
    const found = await this.model
      .findOne({ _id: ticketId, agencyId, ...conditionsOf(selection) }, CLIENT_PROJECTION)
      .lean<TicketFields>();
    return found ? (await this.rows(agencyId, [found]))[0] : undefined;
  }

  async findRequest(agencyId: string, partyId: string, ticketId: string): Promise<OwnRequest | undefined> {
    const found = await this.model
      .findOne(
        { _id: ticketId, agencyId, ...conditionsOf({ requesterPartyId: partyId }) },
        REQUEST_PROJECTION,
      )
      .lean<TicketFields>();
    const [row] = found ? await this.rows(agencyId, [found]) : [];
    if (!found || !row) return undefined;
    return { row, description: found.details.originalDescription, documents: sentWithRequest(found) };
  }

  /** Of tickets that were last saved before they kept it, the course is read from the whole of them. */
  private async rows(agencyId: string, found: readonly TicketFields[]): Promise<ClientRow[]> {
    const older = found.filter(({ client }) => !client).map(({ _id }) => _id);
    const whole = older.length > 0 ? await this.wholes(agencyId, older) : [];
    const courses = new Map(whole.map((fields) => [fields._id, courseOfWhole(fields)]));
    return found.flatMap((fields) => {
      const course = fields.client ?? courses.get(fields._id);
      return course ? [toClientRow(fields, course)] : [];
    });
  }

  private wholes(agencyId: string, ids: readonly string[]): Promise<TicketFields[]> {
    return this.model.find({ agencyId, _id: { $in: [...ids] } }).lean<TicketFields[]>();
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
