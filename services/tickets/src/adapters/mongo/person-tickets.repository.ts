import { OutboxRelay, VersionConflict, pushToOutbox } from '@intervia/mongo';
import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import { PersonTickets } from '../../application/ports/person-tickets.js';
import type { Rewritten, Stretch } from '../../application/ports/person-tickets.js';
import type { TicketPage } from '../../application/ports/tickets.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import { TicketPages } from './ticket/ticket-pages.js';
import { toEntry, toStateFields } from './ticket/ticket.mapper.js';
import { TICKET } from './ticket/ticket.schema.js';
import type { TicketFields } from './ticket/ticket.schema.js';

/** How many numbers one call looks through: an index of all people would cost something at each save. */
const STRETCH = 1000;

const PEOPLE = [
  'details.requester',
  'details.contacts',
  'details.notified',
  'missions.contractor',
  'correspondents.person',
] as const;

@Injectable()
export class PersonTicketsRepository extends PersonTickets {
  constructor(
    @InjectModel(TICKET) private readonly model: Model<TicketFields>,
    private readonly pages: TicketPages,
    private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async stretch(agencyId: string, marks: PersonMarks, afterNumber: number): Promise<Stretch> {
    const until = afterNumber + STRETCH;
    const found = await this.model
      .find(
        { agencyId, number: { $gt: afterNumber, $lte: until }, $or: whoIs(marks) },
        { number: 1, phase: 1, 'details.subject': 1, 'details.module': 1 },
      )
      .sort({ number: 1 })
      .lean<Pick<TicketFields, '_id' | 'number' | 'phase' | 'details'>[]>();
    const next = await this.model.exists({ agencyId, number: { $gt: until } });
    return {
      tickets: found.map(({ _id: ticketId, number, phase, details: { subject, module } }) => ({
        ticketId,
        number,
        phase,
        subject,
        module,
      })),
      ...(next ? { nextAfter: until } : {}),
    };
  }

  async pagesOf(ticket: { readonly agencyId: string; readonly ticketId: string }): Promise<TicketPage[]> {
    const pages = await this.pages.all(ticket);
    return pages.map((page) =>
      page.part === 'history'
        ? { ...page, entries: page.entries.map((entry) => toEntry(entry as HistoryEntry)) }
        : page,
    );
  }

  /** Pages first: a crash leaves a ticket that still names somebody, and the same again ends it. */
  async rewrite({ record, pages, outgoing, at }: Rewritten): Promise<void> {
    const { id, agencyId } = record.ticket.details;
    await this.pages.rewrite({ agencyId, ticketId: id }, pages);
    const { closedAt, nextDueAt: _ended, ...state } = toStateFields(record);
    const outbox = pushToOutbox(outgoing, at);
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: id, agencyId, version: record.version - 1 } as object,
      {
        $set: { ...state, ...(closedAt ? { closedAt } : {}), history: [...record.history], ...outbox.$set },
        $push: { ...outbox.$push },
      } as object,
      { ignoreUndefined: true },
    );
    if (matchedCount === 0) throw new VersionConflict(id);
    this.relay.notify(id);
  }
}

/** Where there is nothing else to know somebody by, by the name as it stands there. */
function whoIs({ partyId, names, mails, phones }: PersonMarks): QueryFilter<TicketFields>[] {
  const others = PEOPLE.flatMap((path) => [
    ...(partyId ? [{ [`${path}.partyId`]: partyId }] : []),
    ...(mails.length > 0 ? [{ [`${path}.mails`]: { $in: [...mails] } }] : []),
    ...(phones.length > 0
      ? [{ [`${path}.mobiles`]: { $in: [...phones] } }, { [`${path}.phone`]: { $in: [...phones] } }]
      : []),
  ]);
  return others.length > 0 ? others : PEOPLE.map((path) => ({ [`${path}.name`]: { $in: [...names] } }));
}
