import type { Dossier } from '../dossier.js';

/** Tickets, their messages and their agency, as the other services know them. */
export abstract class Dossiers {
  /** Undefined for a ticket that is unknown, or of another agency. Throws when a service does not answer. */
  abstract read(agencyId: string, ticketId: string): Promise<Dossier | undefined>;
  /** Undefined for an unknown ticket. */
  abstract isClosed(agencyId: string, ticketId: string): Promise<boolean | undefined>;
}
