import { Injectable } from '@nestjs/common';
import type { HistoryEntry } from '../../domain/history/record.js';
import { ThreadNotFound } from '../../domain/values/errors.js';
import type { Note, ThreadMessage } from '../../domain/values/model.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketPage, TicketPart, TicketRecord } from '../ports/tickets.js';
import type { Caller } from '../running/caller.js';
import { newestPage } from '../running/growth.js';
import { GetTicketQuery } from './get-ticket.query.js';

export type EarlierPart =
  | { readonly part: 'history' }
  | { readonly part: 'notes' }
  | { readonly part: 'messages'; readonly threadId: string };

export interface EarlierPage<T = HistoryEntry | Note | ThreadMessage> {
  readonly entries: readonly T[];
  /** The place of the first. */
  readonly from: number;
}

/** What came before what a ticket is opened with: one read of the ticket, one of a page. */
@Injectable()
export class ListEarlierQuery {
  constructor(
    private readonly getTicket: GetTicketQuery,
    private readonly tickets: Tickets,
  ) {}

  /** @throws TicketNotFound, ThreadNotFound */
  async execute(caller: Caller, ticketId: string, asked: EarlierPart, before: number): Promise<EarlierPage> {
    const record = await this.getTicket.execute(caller, ticketId);
    const { part, held, from } = heldOf(record, asked);
    // One that was stored before there were pages still holds all.
    if (before > from) return newestPage(held.slice(0, before - from), from);
    const page = await this.tickets.pageBefore({ agencyId: caller.agencyId, ticketId }, part, before);
    return page ? newestPage(page.entries, page.from) : { entries: [], from: 0 };
  }
}

interface Held {
  readonly part: TicketPart;
  readonly held: TicketPage['entries'];
  readonly from: number;
}

function heldOf({ ticket, history, earlier }: TicketRecord, asked: EarlierPart): Held {
  if (asked.part === 'history') return { part: 'history', held: history, from: earlier.history };
  if (asked.part === 'notes') return { part: 'notes', held: ticket.notes, from: earlier.notes };
  const thread = ticket.threads.find(({ id }) => id === asked.threadId);
  if (!thread) throw new ThreadNotFound();
  return { part: `thread:${thread.id}`, held: thread.messages, from: thread.earlier ?? 0 };
}
