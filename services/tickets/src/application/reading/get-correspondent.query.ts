import { Injectable } from '@nestjs/common';
import { CorrespondentNotFound, TicketNotFound } from '../../domain/values/errors.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import type { Correspondent } from '../../domain/values/model.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import { correspondentsOf } from '../../domain/exchanges/correspondents.js';
import type { Caller } from '../running/caller.js';
import { withoutOldest } from '../running/growth.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';

export interface CorrespondentsPart {
  readonly ticket: ExistingTicket;
  readonly correspondent: Correspondent;
  readonly history: readonly HistoryEntry[];
  /** Of the agency, in the module. */
  readonly emergencyNumbers: string;
}

/** What an approver, tenant or other correspondent sees. Each asks for itself only. */
@Injectable()
export class GetCorrespondentQuery {
  constructor(
    private readonly tickets: Tickets,
    private readonly settings: Settings,
  ) {}

  async execute(caller: Caller, ticketId: string, correspondentId: string): Promise<CorrespondentsPart> {
    const { actor } = caller;
    const record = await this.tickets.find(caller, ticketId);
    if (!record) throw new TicketNotFound();
    const { ticket, history } = withoutOldest(record).record;
    const correspondent = correspondentsOf(ticket).find(({ id }) => id === correspondentId);
    const own = actor.kind === 'USER' || actor.kind === 'SYSTEM' || actor.id === correspondentId;
    if (!correspondent || !own) throw new CorrespondentNotFound();
    const { emergencyNumbers } = await this.settings.of(ticket.details.agencyId, ticket.details.module);
    return { ticket, correspondent, history, emergencyNumbers };
  }
}
