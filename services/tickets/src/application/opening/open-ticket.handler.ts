import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayOpen } from '../../domain/opening/decide-opening.js';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import { assertAttached } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import type { CommandKey } from '../running/command-key.js';
import { NewTickets } from '../running/new-tickets.js';
import { Ids } from '../ports/ids.js';
import { Settings } from '../ports/settings.js';
import type { TicketRecord } from '../ports/tickets.js';
import { TicketChanges } from '../running/ticket-changes.js';

/** Manual, "Comment créer un ticket". */
@Injectable()
export class OpenTicketHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** A repeated command gives the ticket that the first one made, as it now is. */
  async execute(caller: Caller & CommandKey, draft: TicketDraft): Promise<TicketRecord> {
    const { agencyId, actor } = caller;
    assertMayOpen(actor, draft);
    assertAttached(caller, draft.place);
    const settings = await this.settings.of(agencyId, draft.module);
    return this.newTickets.addOnce(agencyId, caller, (identity) =>
      this.changes.make(
        {
          type: 'OpenTicket',
          actor,
          now: this.clock.now(),
          identity: { ...identity, missionIds: draft.contractors.map(() => this.ids.next()) },
          draft,
          settings,
        },
        undefined,
        settings,
        caller,
      ),
    );
  }
}
