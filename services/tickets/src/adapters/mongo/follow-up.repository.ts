import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { FollowUps } from '../../application/ports/follow-ups.js';
import type { FollowUpFilter } from '../../application/ports/follow-ups.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { afterPosition } from './after-position.js';
import { toRecord } from './ticket.mapper.js';
import { TICKET } from './ticket.schema.js';
import type { TicketFields } from './ticket.schema.js';

@Injectable()
export class FollowUpRepository extends FollowUps {
  constructor(@InjectModel(TICKET) private readonly model: Model<TicketFields>) {
    super();
  }

  async page(filter: FollowUpFilter): Promise<TicketRecord[]> {
    return (await this.query(filter).lean<TicketFields[]>()).map(toRecord);
  }

  /** Apart, so that a test can ask for its plan. */
  query({ agencyId, audience, after, limit }: FollowUpFilter) {
    return this.model
      .find({ agencyId, audience: { $in: [...audience] }, ...afterPosition('modifiedAt', after) })
      .sort({ modifiedAt: -1, _id: -1 })
      .limit(limit);
  }

  async find(
    { agencyId, audience }: Pick<FollowUpFilter, 'agencyId' | 'audience'>,
    ticketId: string,
  ): Promise<TicketRecord | undefined> {
    const found = await this.model
      .findOne({ _id: ticketId, agencyId, audience: { $in: [...audience] } })
      .lean<TicketFields>();
    return found ? toRecord(found) : undefined;
  }
}
