import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, TicketNotFound } from '../../domain/values/errors.js';
import type { Caller } from '../running/caller.js';
import { Tickets } from '../ports/tickets.js';

/** Manual, "Visuel de « non lus »": reading clears the red dot, for this user only. */
@Injectable()
export class MarkReadHandler {
  constructor(private readonly tickets: Tickets) {}

  async execute(caller: Caller, ticketId: string): Promise<void> {
    const { kind } = caller.actor;
    if (kind !== 'USER') throw new ActorNotAllowed('MarkRead');
    if (!(await this.tickets.markRead(caller, ticketId))) throw new TicketNotFound();
  }
}
