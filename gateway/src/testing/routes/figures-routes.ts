import type { Route } from './route.js';

const PERIOD = '?module=SYNDIC&from=2001-01-01&until=2001-12-31';
const view: Route['open'] = ['view'];

const edit: Route['open'] = ['edit'];

/** Statistics and the dashboard: nothing of an agency is named in their addresses. */
export const FIGURES_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/figures/statistics': { open: view, query: PERIOD },
  'GET /api/figures/dashboard': { open: view, query: PERIOD },
  'GET /api/figures/tickets': { open: view, query: PERIOD },
  'GET /api/figures/export.csv': { open: view, query: `${PERIOD}&sheet=statistics` },
  'GET /api/figures/export.xlsx': { open: view, query: `${PERIOD}&sheet=dashboard` },
  'GET /api/figures/state': { open: 'administrators' },
  'POST /api/figures/rebuild': { open: 'administrators' },
  'GET /api/reports': { open: view, query: '?module=SYNDIC' },
  'POST /api/reports': {
    open: view,
    body: {
      ...{ kind: 'PERIOD', version: 'HANDOUT', module: 'SYNDIC', buildingId: 'building-a' },
      ...{ from: '2001-01-01', until: '2001-12-31' },
    },
  },
  'GET /api/reports/{id}': { open: view },
  'GET /api/reports/{id}/report.pdf': { open: view },
  'GET /api/reports/{id}/report.xlsx': { open: view },
  'GET /api/reports/{id}/report.csv': { open: view },
  'PUT /api/reports/{id}/sharing': { open: edit, body: { sharedWith: 'COUNCIL' } },
  'POST /api/reports/{id}/retry': { open: view },
  'DELETE /api/reports/{id}': { open: edit },
  'GET /api/carnets/{buildingId}': { open: view },
  'PUT /api/carnets/{buildingId}': { open: edit, body: { version: 0, entries: [] } },
  'GET /api/client/reports': { open: 'clients' },
  'GET /api/client/reports/{id}/report.pdf': { open: 'clients' },
};
