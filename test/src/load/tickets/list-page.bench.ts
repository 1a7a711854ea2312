import { besideBare } from './beside-bare.js';
import { FIRST_PAGE } from './list-rows.js';
import type { Measure } from '../measure.js';

const CONNECTIONS = 20;

/**
 * The first page of the list through the gateway (session, rights, contracts, what is unread) against the bare chain
 * reading the same fields of the same documents, in the same order.
 */
export const benchListPage = (): AsyncIterable<Measure> =>
  besideBare(async function* ({ api, compare }) {
    const { module, limit } = FIRST_PAGE;
    yield await compare(
      'a page of the list',
      CONNECTIONS,
      { path: `/api/tickets?module=${module}&limit=${limit}`, headers: api.headers() },
      { path: '/tickets' },
    );
  });
