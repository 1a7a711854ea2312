import type { Route } from './route.js';

const view = ['view'] as const;
const write = ['create', 'edit'] as const;

const NOTICE = { reason: 'TENANT_NOTICE', receivedOn: '2004-03-02', leavesOn: '2004-06-02' };
const DEPARTURE = { reason: 'TENANT_NOTICE', leftOn: '2004-06-02' };

/** Routes of property; `{id}` is a draft, a card, a lease or a unit of agency `a`. */
export const PROPERTY_ROUTES: Readonly<Record<string, Route>> = {
  'GET /api/property/drafts': { open: view, query: '?wizard=MANDATE' },
  'POST /api/property/drafts': { open: write, body: { wizard: 'MANDATE' } },
  'GET /api/property/drafts/{id}': { open: view },
  'PUT /api/property/drafts/{id}/steps': { open: write, body: { content: { owner: {} } } },
  'DELETE /api/property/drafts/{id}/items/{itemId}': { open: write },
  'DELETE /api/property/drafts/{id}': { open: write },
  'POST /api/property/drafts/{id}/presence': { open: view, body: { step: 'OWNER' } },
  'DELETE /api/property/drafts/{id}/presence': { open: view },
  'POST /api/property/drafts/{id}/final-save': { open: write },
  'GET /api/property/drafts/{id}/final-save': { open: view },
  'GET /api/property/registers': { open: view },
  'GET /api/property/registers/{id}/entries': { open: view },
  'POST /api/property/registers/{id}/decisions': {
    open: write,
    body: { on: '2004-03-02', mandantName: 'SDC Les Tilleuls', mandantAddress: 'Lyon' },
  },
  'POST /api/property/registers/{id}/entries/{number}/annotations': {
    open: write,
    body: { kind: 'ENDING', on: '2004-03-02', text: 'Vente' },
  },
  'GET /api/property/registers/{id}/verification': { open: view },
  'GET /api/property/registers/{id}/register.pdf': { open: view },
  'GET /api/property/registers/{id}/register.csv': { open: view },
  'GET /api/property/rules': { open: view },
  'POST /api/property/first-call': { open: view, body: { step: { from: '2004-03-10' } } },
  'GET /api/property/indices': { open: view },
  'POST /api/property/indices': {
    open: 'administrators',
    body: {
      ...{ index: 'IRL', territory: 'FR-MET', quarter: '2004-Q3', value: 14837 },
      ...{ source: 'INSEE', publishedOn: '2004-10-15' },
    },
  },
  'GET /api/property/entities': { open: view },
  'GET /api/property/cards': { open: view },
  'GET /api/property/parties': { open: view },
  'GET /api/property/units': { open: view },
  'GET /api/property/units/{id}': { open: view },
  'GET /api/property/mandates': { open: view },
  'GET /api/property/tenants': { open: view },
  'GET /api/property/tenants/{id}': { open: view },
  'GET /api/property/tenants/{id}/rent-calls': { open: view },
  'GET /api/property/alarms': { open: view },
  'POST /api/property/tenants/{id}/notices': { open: write, body: { notice: NOTICE } },
  'POST /api/property/tenants/{id}/notices/{noticeId}/withdrawal': { open: write },
  'POST /api/property/departures': {
    open: write,
    body: { departures: [{ leaseId: 'ticket-a', departure: DEPARTURE }] },
  },
  'POST /api/property/tenants/{id}/sharers': {
    open: write,
    body: { sharer: { party: { kind: 'PERSON', name: 'Petit' }, enteredOn: '2004-06-02' } },
  },
  'GET /api/property/tenants/{id}/revision': { open: view, query: '?askedOn=2004-07-01' },
  'POST /api/property/tenants/{id}/revisions': { open: write, body: { askedOn: '2004-07-01' } },
  'POST /api/property/tenants/{id}/alarms/{alarmId}/done': { open: write },
  'GET /api/property/files/{kind}/{id}/documents/{documentId}': { open: view },
};

/** What stands in the addresses of these routes. */
export const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  '{itemId}': 'item-a',
  '{number}': '1042',
  '{noticeId}': 'notice-a',
  '{alarmId}': 'alarm-a',
  '{kind}': 'units',
};
