import { besideBare } from './beside-bare.js';
import type { Measure } from '../measure.js';

const CONNECTIONS = 32;

/**
 * Reading and creating a ticket through the gateway (session, rights, validation, contracts, history, outbox) against
 * the bare chain. A created one is compared by all that it leaves: documents, events, and what their consumers write.
 */
export const benchTickets = (): AsyncIterable<Measure> =>
  besideBare(async function* ({ api, draft, ticketId, compare }) {
    yield await compare(
      'read a ticket',
      CONNECTIONS,
      { path: `/api/tickets/${ticketId}`, headers: api.headers() },
      { path: `/tickets/${ticketId}` },
    );
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify(draft);
    yield await compare(
      'create a ticket',
      CONNECTIONS,
      {
        method: 'POST',
        path: '/api/tickets',
        // A key of its own for each request: the same one twice would create nothing.
        setupRequest: (request) => ({ ...request, headers: { ...json, ...api.headers('command') }, body }),
      },
      { method: 'POST', path: '/tickets', headers: json, body },
    );
  });
