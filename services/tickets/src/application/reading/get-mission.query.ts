import { Injectable } from '@nestjs/common';
import { MissionNotFound, TicketNotFound } from '../../domain/values/errors.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import type { Mission } from '../../domain/mission/mission.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import type { Caller } from '../running/caller.js';
import { Settings } from '../ports/settings.js';
import { withoutOldest } from '../running/growth.js';
import { Tickets } from '../ports/tickets.js';

export interface ContractorsPart {
  readonly ticket: ExistingTicket;
  readonly mission: Mission;
  readonly history: readonly HistoryEntry[];
  /** Manual, "Masquer le mail de l'agence pour l'intervenant". */
  readonly hidesAgencyMail: boolean;
}

/** One contractor's part of a ticket. A contractor asks for its own only. */
@Injectable()
export class GetMissionQuery {
  constructor(
    private readonly tickets: Tickets,
    private readonly settings: Settings,
  ) {}

  async execute(caller: Caller, ticketId: string, missionId: string): Promise<ContractorsPart> {
    const { actor } = caller;
    const record = await this.tickets.find(caller, ticketId);
    if (!record) throw new TicketNotFound();
    const { ticket, history } = withoutOldest(record).record;
    const mission = ticket.missions.find(({ id }) => id === missionId);
    const own = actor.kind === 'USER' || actor.kind === 'SYSTEM' || actor.id === missionId;
    if (!mission || !own) throw new MissionNotFound();
    const { hideAgencyMail } = await this.settings.of(ticket.details.agencyId, ticket.details.module);
    return { ticket, mission, history, hidesAgencyMail: hideAgencyMail };
  }
}
