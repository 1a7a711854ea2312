import type { Stored } from '@intervia/mongo';
import { schemaOf } from '@intervia/mongo';

export const TICKET_NUMBER = 'TicketNumber';

const FIELDS = {
  /** The agency's id. */
  _id: String,
  last: Number,
};

/** The sequence of ticket numbers of one agency. */
export type TicketNumberFields = Stored<typeof FIELDS>;

export const ticketNumberSchema = schemaOf<TicketNumberFields>(FIELDS, {
  collection: 'ticket_numbers',
  versionKey: false,
});
