import type { Stored } from '@intervia/mongo';
import { as, schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { TicketPage } from '../../../application/ports/tickets.js';

export const TICKET_PAGE = 'TicketPage';

const FIELDS = {
  /** Ticket, part and place: who moves the same entries writes the same page. */
  _id: String,
  agencyId: String,
  ticketId: String,
  part: String,
  from: Number,
  count: Number,
  entries: as<TicketPage['entries']>([Schema.Types.Mixed]),
};

/** Older entries of one ticket; a page is written before the ticket lets go of what it holds. */
export type TicketPageFields = Stored<typeof FIELDS>;

export const ticketPageSchema = schemaOf<TicketPageFields>(FIELDS, {
  collection: 'ticket_pages',
  versionKey: false,
  minimize: false,
});

// The page before a place is one look-up; a ticket's erasure finds all of them.
ticketPageSchema.index({ agencyId: 1, ticketId: 1, part: 1, from: -1 }, { name: 'before' });
