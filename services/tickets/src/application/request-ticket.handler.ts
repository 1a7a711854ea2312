import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayRequest } from '../domain/decide-pre-ticket.js';
import type { Actor } from '../domain/model.js';
import type { PreTicketRequest } from '../domain/ticket-commands.js';
import { NewTickets } from './new-tickets.js';
import { Settings } from './ports/settings.js';
import type { TicketRecord } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

/** Manual, "Création par le biais d'un lien": a client's request is there already, as a "?". */
@Injectable()
export class RequestTicketHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  async execute(
    agencyId: string,
    actor: Actor,
    commandId: string,
    request: PreTicketRequest,
  ): Promise<TicketRecord> {
    assertMayRequest(actor, request);
    const settings = await this.settings.of(agencyId, request.module);
    return this.newTickets.addOnce(agencyId, commandId, (identity) =>
      this.changes.make(
        { type: 'ReceivePreTicket', actor, now: this.clock.now(), identity, request, settings },
        undefined,
        settings,
        commandId,
      ),
    );
  }
}
