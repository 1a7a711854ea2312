import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, TicketNotFound } from '../domain/errors.js';
import type { Actor } from '../domain/model.js';
import { Tickets } from './ports/tickets.js';
import type { TicketRecord } from './ports/tickets.js';

/** The whole ticket, for the agency's own people and services. */
@Injectable()
export class GetTicketQuery {
  constructor(private readonly tickets: Tickets) {}

  async execute(agencyId: string, actor: Actor, ticketId: string): Promise<TicketRecord> {
    if (actor.kind !== 'USER' && actor.kind !== 'SYSTEM') throw new ActorNotAllowed('GetTicket', actor.kind);
    const record = await this.tickets.find(agencyId, ticketId);
    if (!record) throw new TicketNotFound();
    return record;
  }
}
