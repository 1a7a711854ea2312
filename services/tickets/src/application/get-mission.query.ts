import { Injectable } from '@nestjs/common';
import { MissionNotFound, TicketNotFound } from '../domain/errors.js';
import type { Mission } from '../domain/mission.js';
import type { ExistingTicket } from '../domain/ticket.js';
import type { Caller } from './caller.js';
import { Tickets } from './ports/tickets.js';

/** One contractor's part of a ticket. A contractor asks for its own only. */
@Injectable()
export class GetMissionQuery {
  constructor(private readonly tickets: Tickets) {}

  async execute(
    caller: Caller,
    ticketId: string,
    missionId: string,
  ): Promise<{ ticket: ExistingTicket; mission: Mission }> {
    const { actor } = caller;
    const record = await this.tickets.find(caller, ticketId);
    if (!record) throw new TicketNotFound();
    const { ticket } = record;
    const mission = ticket.missions.find(({ id }) => id === missionId);
    const own = actor.kind === 'USER' || actor.kind === 'SYSTEM' || actor.id === missionId;
    if (!mission || !own) throw new MissionNotFound();
    return { ticket, mission };
  }
}
