import type { Route } from './route.js';

/** What programs call with their key. */
export const LSC_ROUTES: Readonly<Record<string, Route>> = {
  'POST /lsc/v1/base': { open: 'programs' },
  'GET /lsc/v1/base/imports/{importId}': { open: 'programs' },
  'GET /lsc/v1/changes': { open: 'programs' },
  'GET /lsc/v1/snapshot': { open: 'programs' },
  'GET /lsc/v1/key': { open: 'programs' },
  'POST /lsc/v1/key/rotation': { open: 'programs' },
  'DELETE /lsc/v1/key/other-secrets': { open: 'programs' },
};
