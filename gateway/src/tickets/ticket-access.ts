import type { Module, Ticket, TicketHead } from '@intervia/contracts';
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

/** What decides who may see a ticket. */
export interface SeenTicket {
  readonly module: Module;
  /** Users attached to its place, when it was last seen. */
  readonly staffIds: readonly string[];
}

/**
 * Rights are per module, and a ticket's address does not name its module. What was once seen is remembered, and
 * learned anew from commands and events: the validation of a "?" may give it to the other module. Most users have
 * a right in both modules or in none and need no look.
 * Whether somebody who is only attached to places may see it is for the tickets service to say.
 */
@Injectable()
export class TicketAccess {
  private readonly tickets: ServiceClient<typeof TicketsService>;
  private readonly seen = new LruMap<SeenTicket>(REMEMBERED, 0);

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
  }

  /** @throws ForbiddenAction, TICKET_NOT_FOUND */
  async demand(me: SignedIn, right: Right, ticketId: string): Promise<void> {
    const allowed = modulesWith(me, right).length;
    if (allowed === 0) throw new ForbiddenAction();
    if (allowed === TICKET_MODULES.length) return;
    const { module } = this.known(me.agencyId, ticketId) ?? (await this.findHead(me, ticketId));
    demand(me, right, module);
  }

  /** The ticket, for someone who may see it. @throws ForbiddenAction, TICKET_NOT_FOUND */
  async read(me: SignedIn, ticketId: string): Promise<Ticket> {
    const ticket = await this.find(me, ticketId);
    demand(me, 'view', ticket.module);
    return ticket;
  }

  /** Whose it is and where, for someone who may see it. @throws ForbiddenAction, TICKET_NOT_FOUND */
  async head(me: SignedIn, ticketId: string): Promise<TicketHead> {
    const head = await this.findHead(me, ticketId);
    demand(me, 'view', head.module);
    return head;
  }

  learn({ agencyId, id, module, place }: Omit<TicketHead, '$typeName' | 'version'>): void {
    this.remember(agencyId, id, { module, staffIds: place?.staffIds ?? [] });
  }

  remember(agencyId: string, ticketId: string, ticket: SeenTicket): void {
    this.seen.set(keyOf(agencyId, ticketId), ticket);
  }

  known(agencyId: string, ticketId: string): SeenTicket | undefined {
    return this.seen.get(keyOf(agencyId, ticketId));
  }

  private async find(me: SignedIn, ticketId: string): Promise<Ticket> {
    const { ticket } = await this.tickets.getTicket({ caller: callerOf(me), ticketId });
    if (!ticket) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    this.learn(ticket);
    return ticket;
  }

  private async findHead(me: SignedIn, ticketId: string): Promise<TicketHead> {
    const { head } = await this.tickets.getTicketHead({ caller: callerOf(me), ticketId });
    if (!head) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    this.learn(head);
    return head;
  }
}

function keyOf(agencyId: string, ticketId: string): string {
  return `${agencyId}/${ticketId}`;
}
