/** Whom a link is for: one contractor's mission, or another third party of the ticket. */
export interface Holder {
  kind: 'mission' | 'correspondent';
  id: string;
}

/** What a link opens: one holder's part of one ticket. */
export interface LinkTarget {
  agencyId: string;
  ticketId: string;
  holder: Holder;
}

export interface Link extends LinkTarget {
  /** 128 random bits or more; the secret part is derived from it and never stored. */
  id: string;
  expiresAt: Date;
  revokedAt?: Date;
}

/** Tells one link of a holder from another; no token can be made of it. */
export const markOf = ({ id }: Link): string => id.slice(0, 8);

export type LinkState = 'usable' | 'expired' | 'revoked';

/** From the last message, or from the closing of its ticket, whichever is later. */
const LINK_LIFETIME_DAYS = 90;

const DAY = 24 * 60 * 60 * 1000;

export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + LINK_LIFETIME_DAYS * DAY);
}

/** A link goes on as long as the ticket is open, and this long after. */
export function livesWithTicket(ticket: { closed: boolean; closedAt?: Date }, now: Date): boolean {
  return !ticket.closed || (ticket.closedAt !== undefined && expiryFrom(ticket.closedAt) > now);
}

export function stateOf(link: Link, now: Date): LinkState {
  if (link.revokedAt) return 'revoked';
  return link.expiresAt > now ? 'usable' : 'expired';
}
