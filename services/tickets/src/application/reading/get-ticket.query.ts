import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, TicketNotFound } from '../../domain/values/errors.js';
import { readsWhole } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The whole ticket, for the agency's own people and services. */
@Injectable()
export class GetTicketQuery {
  constructor(private readonly tickets: Tickets) {}

  async execute(caller: Caller, ticketId: string): Promise<TicketRecord> {
    if (!readsWhole(caller)) throw new ActorNotAllowed('GetTicket');
    const record = await this.tickets.find(caller, ticketId);
    if (!record) throw new TicketNotFound();
    return record;
  }
}
