import type { MissionFacts, TicketFacts } from '../../../domain/facts/facts.js';

/** Somebody of the agency, who sees what the tickets service lets that person see. */
export interface Reader {
  readonly agencyId: string;
  readonly userId: string;
  readonly name: string;
  readonly standsInFor: readonly string[];
  readonly attachedOnly: boolean;
}

/** A ticket as it stands, in the words of this service. */
export interface KnownTicket {
  readonly ticket: TicketFacts;
  readonly missions: readonly MissionFacts[];
}

export abstract class KnownTickets {
  /** Throws TICKET_NOT_FOUND. */
  abstract get(reader: Reader, ticketId: string): Promise<KnownTicket>;
}
