import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, TicketNotFound } from '../../domain/values/errors.js';
import type { Caller } from '../running/caller.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketHead } from '../ports/tickets.js';

/** For whoever must know whose a ticket is before anything is done with it: it is asked for at nearly each command. */
@Injectable()
export class GetTicketHeadQuery {
  constructor(private readonly tickets: Tickets) {}

  async execute(caller: Caller, ticketId: string): Promise<TicketHead> {
    const { kind } = caller.actor;
    if (kind !== 'USER' && kind !== 'SYSTEM') throw new ActorNotAllowed('GetTicketHead');
    const head = await this.tickets.findHead(caller, ticketId);
    if (!head) throw new TicketNotFound();
    return head;
  }
}
