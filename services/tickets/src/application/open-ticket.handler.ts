import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayOpen } from '../domain/decide.js';
import type { TicketDraft } from '../domain/draft.js';
import type { Actor } from '../domain/model.js';
import { Ids } from './ports/ids.js';
import { Tickets } from './ports/tickets.js';
import type { TicketRecord } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

/** Manual, "Comment créer un ticket". */
@Injectable()
export class OpenTicketHandler {
  constructor(
    private readonly tickets: Tickets,
    private readonly changes: TicketChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** A repeated command gives the ticket that the first one made, as it now is. */
  async execute(
    agencyId: string,
    actor: Actor,
    commandId: string,
    draft: TicketDraft,
  ): Promise<TicketRecord> {
    assertMayOpen(actor, draft);
    const origin = `command:${commandId}`;
    const known = await this.tickets.findByOrigin(agencyId, origin);
    if (known) return known;
    const identity = {
      id: this.ids.next(),
      agencyId,
      number: await this.tickets.takeNumbers(agencyId, 1),
      missionIds: draft.contractors.map(() => this.ids.next()),
    };
    const now = this.clock.now();
    const change = this.changes.make(
      { type: 'OpenTicket', actor, now, identity, draft },
      undefined,
      commandId,
    );
    if (!change) throw new Error('opening a ticket makes one');
    if (await this.tickets.add({ ...change, origin })) return change.record;
    // The same command came twice at once, and the other was faster.
    const winner = await this.tickets.findByOrigin(agencyId, origin);
    if (!winner) throw new Error('the ticket of this command has vanished');
    return winner;
  }
}
