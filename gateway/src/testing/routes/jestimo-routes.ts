import type { Route } from './route.js';

const view: Route['open'] = ['view'];
const LOGIN = { login: 'tilleuls', password: 'secret' };

/** Routes of Jestimo. */
export const JESTIMO_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/jestimo/account': { open: view },
  'PUT /api/jestimo/account': { open: view, body: LOGIN },
  'DELETE /api/jestimo/account': { open: view },
  'GET /api/jestimo/accounts': { open: 'administrators' },
  'PUT /api/jestimo/accounts': { open: 'administrators', body: { ...LOGIN, userIds: ['claire'] } },
  'GET /api/jestimo/units/{unitId}/estimates': { open: view },
  'POST /api/jestimo/units/{unitId}/estimates': { open: view, body: { kind: 'RENT' } },
  'GET /api/jestimo/feeds': { open: 'administrators' },
  'GET /api/jestimo/feeds/sendings': { open: 'administrators' },
  'PUT /api/jestimo/feeds/{entityId}': { open: 'administrators', body: { enabled: true } },
  'POST /api/jestimo/feeds/{entityId}/initialisation': { open: 'administrators' },
  'POST /api/jestimo/feeds/{entityId}/retry': { open: 'administrators' },
};
