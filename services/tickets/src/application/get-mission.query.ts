import { Injectable } from '@nestjs/common';
import { MissionNotFound, TicketNotFound } from '../domain/errors.js';
import type { Mission } from '../domain/mission.js';
import type { Actor } from '../domain/model.js';
import type { ExistingTicket } from '../domain/ticket.js';
import { Tickets } from './ports/tickets.js';

/** One contractor's part of a ticket. A contractor asks for its own only. */
@Injectable()
export class GetMissionQuery {
  constructor(private readonly tickets: Tickets) {}

  async execute(
    agencyId: string,
    actor: Actor,
    ticketId: string,
    missionId: string,
  ): Promise<{ ticket: ExistingTicket; mission: Mission }> {
    const record = await this.tickets.find(agencyId, ticketId);
    if (!record) throw new TicketNotFound();
    const { ticket } = record;
    const mission = ticket.missions.find(({ id }) => id === missionId);
    const own = actor.kind === 'USER' || actor.kind === 'SYSTEM' || actor.id === missionId;
    if (!mission || !own) throw new MissionNotFound();
    return { ticket, mission };
  }
}
