import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayRequest } from '../../domain/opening/decide-pre-ticket.js';
import type { PreTicketRequest } from '../../domain/ticket/ticket-commands.js';
import { assertAttached } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import type { CommandKey } from '../running/command-key.js';
import { NewTickets } from '../running/new-tickets.js';
import { Settings } from '../ports/settings.js';
import type { TicketRecord } from '../ports/tickets.js';
import { TicketChanges } from '../running/ticket-changes.js';

/** Manual, "Création par le biais d'un lien": a client's request is there already, as a "?". */
@Injectable()
export class RequestTicketHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller & CommandKey, request: PreTicketRequest): Promise<TicketRecord> {
    const { agencyId, actor } = caller;
    assertMayRequest(actor, request);
    assertAttached(caller, request.place);
    const settings = await this.settings.of(agencyId, request.module);
    return this.newTickets.addOnce(agencyId, caller, (identity) =>
      this.changes.make(
        { type: 'ReceivePreTicket', actor, now: this.clock.now(), identity, request, settings },
        undefined,
        settings,
        caller,
      ),
    );
  }
}
