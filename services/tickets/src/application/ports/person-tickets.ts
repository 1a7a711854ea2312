import type { OutgoingEvent } from '@intervia/messaging';
import type { PersonMarks } from '@intervia/rules';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';
import type { Module } from '../../domain/values/model.js';
import type { TicketPage, TicketRecord } from './tickets.js';

export interface FoundTicket {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly module: Module;
  readonly phase: ExistingTicket['phase'];
}

export interface Stretch {
  readonly tickets: readonly FoundTicket[];
  /** Undefined when all numbers were looked at. */
  readonly nextAfter?: number;
}

export interface Rewritten {
  readonly record: TicketRecord;
  readonly pages: readonly TicketPage[];
  readonly outgoing: readonly OutgoingEvent[];
  readonly at: Date;
}

/** Where somebody appears, and what was said there. */
export abstract class PersonTickets {
  /** Looks through a stretch of the agency's numbers. */
  abstract stretch(agencyId: string, marks: PersonMarks, afterNumber: number): Promise<Stretch>;
  /** All that the ticket let go of. */
  abstract pagesOf(ticket: { readonly agencyId: string; readonly ticketId: string }): Promise<TicketPage[]>;
  /** Writes ticket and pages anew, under the next version. @throws VersionConflict */
  abstract rewrite(change: Rewritten): Promise<void>;
}
