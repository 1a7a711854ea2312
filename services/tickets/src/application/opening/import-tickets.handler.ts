import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { InvalidTicket } from '../../domain/values/errors.js';
import type { TicketDraft } from '../../domain/ticket/draft.js';
import { SYSTEM } from '../../domain/values/model.js';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.js';
import { namingTicket } from '../running/batch-faults.js';
import { NewTickets, made } from '../running/new-tickets.js';
import { Ids } from '../ports/ids.js';
import { TicketChanges } from '../running/ticket-changes.js';

export interface PastTicket {
  readonly externalId: string;
  readonly draft: TicketDraft;
  readonly openedAt?: Date;
  readonly closedAt?: Date;
  readonly invoiceAmountCents: number;
}

const MAX_TICKETS = 200;

/** Closed tickets of another product; tells nobody. */
@Injectable()
export class ImportTicketsHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly changes: TicketChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were new. */
  async execute(agencyId: string, past: readonly PastTicket[]): Promise<number> {
    if (past.length > MAX_TICKETS) throw new InvalidTicket([{ field: 'tickets', code: 'TOO_MANY' }]);
    return this.newTickets.addBatch(
      agencyId,
      past.map((ticket, index) => ({
        origin: `import:${ticket.externalId}`,
        prepare: (identity) => ({ ...this.change(ticket, index, identity), imported: true }),
      })),
    );
  }

  private change(
    { externalId, draft, openedAt, closedAt, invoiceAmountCents }: PastTicket,
    index: number,
    identity: { id: string; agencyId: string; number: number },
  ) {
    if (!externalId || !openedAt || !closedAt) {
      const missing = Object.entries({ externalId, openedAt, closedAt }).filter(([, value]) => !value);
      throw new InvalidTicket(
        missing.map(([field]) => ({ field: `tickets.${index}.${field}`, code: 'REQUIRED' })),
      );
    }
    const missionIds = draft.contractors.map(() => this.ids.next());
    const content = { draft, openedAt, closedAt, invoiceAmountCents };
    return namingTicket(`tickets.${index}.draft`, () =>
      made(
        this.changes.make(
          {
            type: 'ImportTicket',
            actor: SYSTEM,
            now: this.clock.now(),
            identity: { ...identity, missionIds },
            ...content,
          },
          undefined,
          DEFAULT_SETTINGS,
        ),
      ),
    );
  }
}
