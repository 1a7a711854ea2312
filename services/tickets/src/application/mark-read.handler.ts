import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, TicketNotFound } from '../domain/errors.js';
import type { Actor } from '../domain/model.js';
import { Tickets } from './ports/tickets.js';

/** Manual, "Visuel de « non lus »": reading clears the red dot, for this user only. */
@Injectable()
export class MarkReadHandler {
  constructor(private readonly tickets: Tickets) {}

  async execute(agencyId: string, actor: Actor, ticketId: string): Promise<void> {
    if (actor.kind !== 'USER') throw new ActorNotAllowed('MarkRead', actor.kind);
    if (!(await this.tickets.markRead(agencyId, ticketId, actor.id))) throw new TicketNotFound();
  }
}
