import { Schema } from 'mongoose';
import type { TicketPage } from '../../../application/ports/tickets.js';

export const TICKET_PAGE = 'TicketPage';

/** Older entries of one ticket; a page is written before the ticket lets go of what it holds. */
export interface TicketPageFields {
  /** Ticket, part and place: who moves the same entries writes the same page. */
  _id: string;
  agencyId: string;
  ticketId: string;
  part: string;
  from: number;
  count: number;
  entries: TicketPage['entries'];
}

export const ticketPageSchema = new Schema<TicketPageFields>(
  {
    _id: String,
    agencyId: String,
    ticketId: String,
    part: String,
    from: Number,
    count: Number,
    entries: [Schema.Types.Mixed],
  },
  { collection: 'ticket_pages', versionKey: false, minimize: false },
);

// The page before a place is one look-up; a ticket's erasure finds all of them.
ticketPageSchema.index({ agencyId: 1, ticketId: 1, part: 1, from: -1 }, { name: 'before' });
