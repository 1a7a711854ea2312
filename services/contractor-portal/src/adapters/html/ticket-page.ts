import type { Page } from '../../application/ports/page-renderer.js';

/** A page about a ticket. */
export type TicketPage = Extract<Page, { kind: 'ticket' }>;
