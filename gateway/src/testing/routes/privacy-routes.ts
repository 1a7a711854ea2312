import type { Route } from './route.js';

const PERSON = { names: ['Hélène Morvan'] };
const RULE = { closedMonths: 120, cancelledMonths: 0 };

/** What is held about people, and how long. */
export const PRIVACY_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/privacy/people': { open: 'administrators', query: '?search=mor' },
  'POST /api/privacy/held': { open: 'administrators', body: PERSON },
  'POST /api/privacy/export': { open: 'administrators', body: PERSON },
  'POST /api/privacy/erasure': { open: 'administrators', body: PERSON },
  'GET /api/privacy/retention': { open: 'administrators' },
  'PUT /api/privacy/retention': { open: 'administrators', body: RULE },
  'POST /api/privacy/retention/preview': { open: 'administrators', body: RULE },
};
