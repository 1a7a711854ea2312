import type { Route } from './route.js';

const PERIOD = '?module=SYNDIC&from=2001-01-01&until=2001-12-31';
const view: Route['open'] = ['view'];

/** Statistics and the dashboard: nothing of an agency is named in their addresses. */
export const FIGURES_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/figures/statistics': { open: view, query: PERIOD },
  'GET /api/figures/dashboard': { open: view, query: PERIOD },
  'GET /api/figures/tickets': { open: view, query: PERIOD },
  'GET /api/figures/export.csv': { open: view, query: `${PERIOD}&sheet=statistics` },
  'GET /api/figures/export.xlsx': { open: view, query: `${PERIOD}&sheet=dashboard` },
  'GET /api/figures/state': { open: 'administrators' },
  'POST /api/figures/rebuild': { open: 'administrators' },
};
