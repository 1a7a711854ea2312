import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Erasure } from '../../domain/opening/erasure.js';
import type { HistoryEntry } from '../../domain/history/record.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import { PersonInOpenTicket } from '../../domain/values/errors.js';
import { Facts } from '../ports/facts.js';
import { Ids } from '../ports/ids.js';
import { PersonTickets } from '../ports/person-tickets.js';
import type { TicketPage } from '../ports/tickets.js';
import { GetTicketQuery } from '../reading/get-ticket.query.js';
import { HistoryKey, sealOf } from '../running/chain-history.js';
import type { CommandTarget } from '../running/command-target.js';
import { assertKnown } from './assert-known.js';
import { saidIn } from './said-in.js';

const ENDED: ReadonlySet<ExistingTicket['phase']> = new Set(['closed', 'cancelled']);

interface Erased {
  readonly changed: boolean;
  readonly documentsErased: number;
  readonly documentsKept: number;
}

/**
 * Strikes somebody out of a ticket that ended: who they were, what they said and sent, what others wrote of them. The
 * chain of the history goes on: an entry keeps the hash of what was told, and gets a seal of what is left.
 */
@Injectable()
export class ErasePersonHandler {
  constructor(
    private readonly getTicket: GetTicketQuery,
    private readonly tickets: PersonTickets,
    private readonly facts: Facts,
    private readonly ids: Ids,
    private readonly key: HistoryKey,
    private readonly clock: Clock,
  ) {}

  /** The same again changes nothing. @throws TicketNotFound, PersonInOpenTicket */
  async execute(target: CommandTarget, marks: PersonMarks): Promise<Erased> {
    assertKnown(target, marks);
    return retryOnConflict(() => this.eraseOnce(target, marks));
  }

  private async eraseOnce(target: CommandTarget, marks: PersonMarks): Promise<Erased> {
    const { agencyId, ticketId } = target;
    const record = await this.getTicket.execute(target, ticketId);
    const { ticket } = record;
    if (!ENDED.has(ticket.phase)) throw new PersonInOpenTicket(ticket.details.number);
    const pages = await this.tickets.pagesOf({ agencyId, ticketId });
    const said = saidIn(record, pages);
    const erasure = new Erasure(marks, ticket, [
      ...said.history,
      ...said.messages.map(({ message }) => message),
    ]);
    const history = this.struck(said.history, erasure);
    const state = erasure.state();
    const changed = !isDeepStrictEqual([state, history], [ticket, said.history]);
    if (changed) {
      const at = this.clock.now();
      const version = record.version + 1;
      const { documentIds, missionIds } = erasure;
      const { subject } = state.details;
      const erased = { ticketId, agencyId, version, subject, documentIds, missionIds };
      const held = history.length - record.history.length;
      const course = erasure.entry({ documents: [], course: record.earlier.course }).course;
      await this.tickets.rewrite({
        record: {
          ...record,
          ticket: state,
          version,
          history: history.slice(held),
          earlier: { ...record.earlier, course },
        },
        pages: pages.map((page) => withEntries(page, history, erasure)),
        outgoing: [this.facts.erasureEvent(erased, at, this.ids.next())],
        at,
      });
    }
    return { changed, documentsErased: erasure.documentIds.length, documentsKept: erasure.kept };
  }

  private struck(history: readonly HistoryEntry[], erasure: Erasure): HistoryEntry[] {
    return history.map((entry, i) => {
      const left = erasure.entry(entry);
      if (isDeepStrictEqual(left, entry)) return entry;
      return { ...left, erasure: sealOf(left, history[i - 1]?.hash ?? '', this.key.secret) };
    });
  }
}

/** A page may hold an entry more than the ticket let go of, after a crash: that one stands in the ticket. */
function withEntries(page: TicketPage, history: readonly HistoryEntry[], erasure: Erasure): TicketPage {
  const { part, from, entries } = page;
  return part === 'history'
    ? { part, from, entries: history.slice(from, from + entries.length) }
    : { part, from, entries: entries.map((entry) => erasure.entry(entry)) };
}
