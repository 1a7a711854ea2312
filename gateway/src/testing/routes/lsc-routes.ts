import type { Route } from './route.js';

const OF_USER = '?userId=user-claire';

/** What programs call with their key. */
export const LSC_ROUTES: Readonly<Record<string, Route>> = {
  'POST /lsc/v1/base': { open: 'programs' },
  'GET /lsc/v1/base/imports/{importId}': { open: 'programs' },
  'GET /lsc/v1/changes': { open: 'programs' },
  'GET /lsc/v1/snapshot': { open: 'programs' },
  'GET /lsc/v1/tickets': { open: 'programs', query: `${OF_USER}&module=SYNDIC` },
  'GET /lsc/v1/tickets/{id}': { open: 'programs', query: OF_USER },
  'GET /lsc/v1/tickets/{id}/elements.zip': { open: 'programs', query: OF_USER },
  'GET /lsc/v1/tickets/{id}/documents/{documentId}': { open: 'programs', query: OF_USER },
  'POST /lsc/v1/tickets/{id}/link': { open: 'programs', query: OF_USER },
  'GET /lsc/v1/key': { open: 'programs' },
  'POST /lsc/v1/key/rotation': { open: 'programs' },
  'DELETE /lsc/v1/key/other-secrets': { open: 'programs' },
};
