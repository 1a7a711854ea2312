import { Schema } from 'mongoose';

export const TICKET_NUMBER = 'TicketNumber';

/** The sequence of ticket numbers of one agency. */
export interface TicketNumberFields {
  /** The agency's id. */
  _id: string;
  last: number;
}

export const ticketNumberSchema = new Schema<TicketNumberFields>(
  { _id: String, last: Number },
  { collection: 'ticket_numbers', versionKey: false },
);
