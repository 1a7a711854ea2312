import type { Module, Ticket } from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { LruMap } from 'toad-cache';
import { callerOf } from '../session/caller.js';
import type { Right } from '../session/rights.js';
import { demand, ForbiddenAction, modulesWith, TICKET_MODULES } from '../session/rights.js';
import type { SignedIn } from '../session/sessions.js';

const REMEMBERED = 20_000;

/**
 * Rights are per module, and a ticket's address does not name its module. A ticket never changes module,
 * so what was once seen is remembered; most users have a right in both modules or in none and need no look.
 */
@Injectable()
export class TicketAccess {
  private readonly tickets: ServiceClient<typeof TicketsService>;
  private readonly modules = new LruMap<Module>(REMEMBERED, 0);

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
  }

  /** @throws ForbiddenAction, TICKET_NOT_FOUND */
  async demand(me: SignedIn, right: Right, ticketId: string): Promise<void> {
    const allowed = modulesWith(me, right).length;
    if (allowed === 0) throw new ForbiddenAction();
    if (allowed === TICKET_MODULES.length) return;
    demand(me, right, await this.moduleOf(me, ticketId));
  }

  /** The ticket, for someone who may see it. @throws ForbiddenAction, TICKET_NOT_FOUND */
  async read(me: SignedIn, ticketId: string): Promise<Ticket> {
    const { ticket } = await this.tickets.getTicket({ caller: callerOf(me), ticketId });
    if (!ticket) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    this.learn(me.agencyId, ticket.id, ticket.module);
    demand(me, 'view', ticket.module);
    return ticket;
  }

  learn(agencyId: string, ticketId: string, module: Module): void {
    this.modules.set(keyOf(agencyId, ticketId), module);
  }

  known(agencyId: string, ticketId: string): Module | undefined {
    return this.modules.get(keyOf(agencyId, ticketId));
  }

  private async moduleOf(me: SignedIn, ticketId: string): Promise<Module> {
    const known = this.known(me.agencyId, ticketId);
    if (known !== undefined) return known;
    const { ticket } = await this.tickets.getTicket({ caller: callerOf(me), ticketId });
    if (!ticket) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    this.learn(me.agencyId, ticket.id, ticket.module);
    return ticket.module;
  }
}

function keyOf(agencyId: string, ticketId: string): string {
  return `${agencyId}/${ticketId}`;
}
