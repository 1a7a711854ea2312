import type { Route } from './route.js';

const SCOPE = { entityId: 'entity', message: 'CAF12', organisme: '075', year: 2001 };
const view: Route['open'] = ['view'];
const edit: Route['open'] = ['edit'];

/** Routes of the CAF; `{id}` is a file, a case, an offer or a statement of agency `a`. */
export const CAF_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/caf/entities': { open: view },
  'PUT /api/caf/entities/{entityId}': {
    open: 'administrators',
    body: {
      ...{ version: 0, organismes: [], fiscalCodes: [], noticeSendsP: false },
      ...{ arrearsFilter: 'MANUAL', environment: 'T' },
    },
  },
  'GET /api/caf/entities/{entityId}/versions': { open: view },
  'PUT /api/caf/stations/{stationId}': { open: 'administrators', body: { version: 0, name: 'Poste' } },
  'GET /api/caf/rows': { open: view, query: '?entityId=entity&message=CAF12&organisme=075' },
  'POST /api/caf/runs': { open: edit, body: SCOPE },
  'GET /api/caf/runs/{id}': { open: view },
  'GET /api/caf/files': { open: view },
  'GET /api/caf/files/{id}/content': { open: view },
  'POST /api/caf/files/{id}/regeneration': { open: edit },
  'POST /api/caf/files/{id}/drop': { open: edit },
  'GET /api/caf/radiations': { open: view },
  'GET /api/caf/legal-cases': { open: view },
  'POST /api/caf/legal-cases/{id}/report': { open: edit, body: { reportedOn: '2001-11-25' } },
  'GET /api/caf/legal-cases/{id}/proof': { open: view },
  'GET /api/caf/alerts': { open: view },
  'POST /api/caf/offers': { open: edit, body: { account: '411DUPON', receivedOn: '2001-11-25' } },
  'POST /api/caf/offers/{id}/answer': { open: edit, body: { answeredOn: '2001-11-25', accepted: true } },
  'GET /api/caf/statements': { open: view },
  'POST /api/caf/statements': { open: edit },
  'GET /api/caf/statements/{id}': { open: view },
  'GET /api/caf/statements/{id}/lines': { open: view },
  'POST /api/caf/statements/{id}/selection': { open: edit, body: { selected: true } },
  'GET /api/caf/statements/{id}/lines/{lineId}/suggestions': { open: view },
  'POST /api/caf/statements/{id}/lines/{lineId}/tenant': { open: edit, body: { account: '411DUPON' } },
  'POST /api/caf/statements/{id}/validation': { open: edit },
};
