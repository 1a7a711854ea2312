import type { Dossier } from '../dossier.js';

/** Tickets, their messages and their agency, as the other services know them. */
export abstract class Dossiers {
  /** Undefined for a ticket that is unknown, or of another agency. Throws when a service does not answer. */
  abstract read(agencyId: string, ticketId: string): Promise<Dossier | undefined>;
  /** Without its messages and its agency: enough for a report, which has many. */
  abstract readTicket(agencyId: string, ticketId: string): Promise<Dossier | undefined>;
  abstract agency(agencyId: string): Promise<Dossier['agency']>;
  /** Messages of the ticket have neither left nor failed yet. */
  abstract isWaiting(agencyId: string, ticketId: string): Promise<boolean>;
  /** The version of a closed ticket; undefined for one that is open or unknown. */
  abstract closedVersion(agencyId: string, ticketId: string): Promise<number | undefined>;
}
