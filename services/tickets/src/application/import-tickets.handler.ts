import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { InvalidTicket } from '../domain/errors.js';
import type { TicketDraft } from '../domain/draft.js';
import { SYSTEM } from '../domain/model.js';
import { Ids } from './ports/ids.js';
import { Tickets } from './ports/tickets.js';
import type { NewTicket } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

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
    private readonly tickets: Tickets,
    private readonly changes: TicketChanges,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were new. */
  async execute(agencyId: string, past: readonly PastTicket[]): Promise<number> {
    if (past.length > MAX_TICKETS) throw new InvalidTicket([{ field: 'tickets', code: 'TOO_MANY' }]);
    // Each is tried before a number is taken: a refused import leaves no gap.
    past.forEach((ticket, index) => this.prepare(agencyId, ticket, index, 0));
    const known = await this.tickets.knownOrigins(agencyId, past.map(originOf));
    const unknown = new Map(
      past.filter((ticket) => !known.has(originOf(ticket))).map((ticket) => [originOf(ticket), ticket]),
    );
    if (unknown.size === 0) return 0;
    const first = await this.tickets.takeNumbers(agencyId, unknown.size);
    const added = [...unknown.values()].map((ticket, i) => this.prepare(agencyId, ticket, i, first + i));
    return this.tickets.addAll(added);
  }

  private prepare(agencyId: string, past: PastTicket, index: number, number: number): NewTicket {
    const { externalId, draft, openedAt, closedAt, invoiceAmountCents } = past;
    if (!externalId || !openedAt || !closedAt) {
      const missing = Object.entries({ externalId, openedAt, closedAt }).filter(([, value]) => !value);
      throw new InvalidTicket(
        missing.map(([field]) => ({ field: `tickets.${index}.${field}`, code: 'REQUIRED' })),
      );
    }
    const change = within(`tickets.${index}.draft`, () =>
      this.changes.make(
        {
          type: 'ImportTicket',
          actor: SYSTEM,
          now: this.clock.now(),
          identity: {
            id: this.ids.next(),
            agencyId,
            number,
            missionIds: draft.contractors.map(() => this.ids.next()),
          },
          draft,
          openedAt,
          closedAt,
          invoiceAmountCents,
        },
        undefined,
      ),
    );
    if (!change) throw new Error('importing a ticket makes one');
    return { ...change, origin: originOf(past), imported: true };
  }
}

function originOf({ externalId }: PastTicket): string {
  return `import:${externalId}`;
}

/** Says which ticket of the batch has the faults. */
function within<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof InvalidTicket)) throw error;
    throw new InvalidTicket(error.fields.map(({ field, code }) => ({ field: `${path}.${field}`, code })));
  }
}
