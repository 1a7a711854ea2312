import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayOpen } from '../../domain/opening/decide-opening.js';
import { decide } from '../../domain/decide.js';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import { TicketNotFound } from '../../domain/values/errors.js';
import { expectedFirings } from '../../domain/firing/expected-firings.js';
import type { Firing } from '../../domain/firing/expected-firings.js';
import { NO_TICKET } from '../../domain/ticket/ticket.js';
import { assertAttached } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';
import { evolveAll } from '../running/ticket-changes.js';

/** What the timers will send, for the send simulator: nothing is kept, nobody is told. */
@Injectable()
export class PreviewTimersQuery {
  constructor(
    private readonly tickets: Tickets,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async ofTicket(caller: Caller, ticketId: string): Promise<readonly Firing[]> {
    const record = await this.tickets.find(caller, ticketId);
    if (!record) throw new TicketNotFound();
    return expectedFirings(record.ticket);
  }

  /** @throws InvalidTicket, PlaceNotAttached as the opening would */
  async ofDraft(caller: Caller, draft: TicketDraft): Promise<readonly Firing[]> {
    const { agencyId, actor } = caller;
    assertMayOpen(actor, draft);
    assertAttached(caller, draft.place);
    const settings = await this.settings.of(agencyId, draft.module);
    const missionIds = draft.contractors.map((_, at) => String(at));
    const identity = { id: '', agencyId, number: 0, missionIds };
    const now = this.clock.now();
    const events = decide({ type: 'OpenTicket', actor, now, identity, draft, settings }, NO_TICKET);
    return expectedFirings(evolveAll(NO_TICKET, events));
  }
}
