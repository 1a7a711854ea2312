import { LETTER, REVIEW } from '../fakes/fake-delivery.js';
import { WEBHOOK } from '../fakes/fake-webhooks.js';
import { TEMPLATE } from '../fakes/fake-templates.js';
import type { Open, Route } from './route.js';
import { PROPERTY_NAMES, PROPERTY_ROUTES } from './property-routes.js';
import { PRIVACY_ROUTES } from './privacy-routes.js';
import { ACCOUNT_ROUTES } from './account-routes.js';
import { CAF_ROUTES } from './caf-routes.js';
import { FIGURES_ROUTES } from './figures-routes.js';
import { LSC_ROUTES } from './lsc-routes.js';
import { JESTIMO_ROUTES } from './jestimo-routes.js';

const APPOINTMENT = { appointment: { start: '2004-11-25T09:30:00Z', durationMinutes: 60 } };
const PERSON = { name: 'Mme Petit', mails: 'petit@courriel.example' };
const DRAFT = { module: 'SYNDIC', place: { unitId: 'unit-a' } };

const TEXT = { subject: 'Demande', body: '<p>Bonjour</p>' };

const OF_MAIL = '?channel=MAIL';
const OF_SYNDIC = '?module=SYNDIC';

const view: Open = ['view'];
const edit: Open = ['edit'];
const create: Open = ['create'];

/** Documents are named `DOCUMENT`: a test puts the id of a real one in their place. */
export const DOCUMENT = 'document';

/** Every route, in the words of /docs, with a body that its shape accepts. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /health': { open: 'everybody' },
  // The link is the right.
  'GET /i/{token}': { open: 'everybody' },
  'GET /i/{token}/documents/{documentId}': { open: 'everybody' },
  'GET /i/{token}/apercus/{documentId}': { open: 'everybody' },
  'POST /i/{token}/{form}': { open: 'everybody' },
  // The address is the secret, and not an agency's.
  'GET /receipts/sms/{secret}/{about}': { open: 'everybody' },
  'POST /api/session': { open: 'everybody', body: { mail: 'x@y.example', password: 'x' } },
  'GET /api/session': { open: 'staff' },
  'DELETE /api/session': { open: 'staff' },
  ...ACCOUNT_ROUTES,
  ...LSC_ROUTES,
  ...PRIVACY_ROUTES,
  'GET /api/users': { open: 'staff' },
  'GET /api/buildings': { open: view },
  'GET /api/units': { open: view },
  'GET /api/contractors': { open: view },
  'GET /api/places': { open: view, query: '?unitId=unit-a' },
  'POST /api/uploads': { open: ['create', 'edit'] },
  'GET /api/events': { open: view },
  'GET /api/tickets': { open: view, query: OF_SYNDIC },
  'GET /api/tickets/asides': { open: view, query: OF_SYNDIC },
  'PUT /api/tickets/asides': {
    open: view,
    body: { module: 'SYNDIC', ticketIds: ['t-1'], day: '1999-12-31' },
  },
  'DELETE /api/tickets/asides': { open: view, query: `${OF_SYNDIC}&ticketIds=t-1` },
  'GET /api/tickets/views': { open: view, query: OF_SYNDIC },
  'PUT /api/tickets/views': {
    open: view,
    body: { module: 'SYNDIC', name: 'Mes retards', address: 'file=en-retard' },
  },
  'DELETE /api/tickets/views': { open: view, query: `${OF_SYNDIC}&name=Mes%20retards` },
  'GET /api/tickets/queues': { open: view, query: OF_SYNDIC },
  'POST /api/tickets': { open: create, body: DRAFT },
  'GET /api/tickets/{id}/history/verification': { open: view },
  'GET /api/tickets/{id}/earlier': { open: view, query: '?part=NOTES&before=3' },
  'POST /api/tickets/{id}/links/sending': { open: edit, body: { missionId: 'mission-a' } },
  'POST /api/tickets/{id}/links/revocation': { open: edit, body: { missionId: 'mission-a' } },
  'GET /api/tickets/deletions': { open: view, query: OF_SYNDIC },
  'GET /api/tickets/export.csv': { open: view, query: OF_SYNDIC },
  'GET /api/tickets/export.txt': { open: view, query: OF_SYNDIC },
  'POST /api/tickets/manager-changes': {
    open: edit,
    body: { ticketIds: ['ticket-a'], managerId: 'user-claire' },
  },
  'POST /api/requests': { open: create, body: { ...DRAFT, subject: 'Fuite' } },
  'POST /api/visit-notes': {
    open: create,
    body: { notes: [{ ...DRAFT, externalId: 'vti-1', subject: 'Porte' }] },
  },
  'GET /api/settings/{module}': { open: view },
  'GET /api/settings/{module}/documents/{documentId}': { open: view },
  'PUT /api/settings/{module}': {
    open: 'administrators',
    body: {
      shownToClients: true,
      visibility: 'REQUESTER',
      readReceipt: false,
      hideAgencyMail: false,
      notifyCreator: true,
      notifyManager: true,
      notifyAssistant: false,
      listSize: 50,
      timers: {},
      automaticInvoiceRequest: false,
      version: 3,
    },
  },
  'GET /api/templates': { open: view },
  'GET /api/templates/{code}': { open: view, query: OF_MAIL },
  'PUT /api/templates/{code}': {
    open: 'administrators',
    body: { channel: 'MAIL', text: TEXT, version: 0 },
  },
  'DELETE /api/templates/{code}': { open: 'administrators', query: `${OF_MAIL}&version=0` },
  'POST /api/templates/{code}/preview': { open: view, body: { channel: 'MAIL', ticketId: 'ticket-a' } },
  'POST /api/templates/{code}/test': {
    open: 'administrators',
    body: { channel: 'MAIL', ticketId: 'ticket-a' },
  },
  'POST /api/tickets/simulation': { open: create, body: { ...DRAFT, preTicket: true } },
  'GET /api/tickets/{id}/simulation': { open: view },
  'GET /api/channels': { open: 'administrators' },
  'PUT /api/channels': { open: 'administrators', body: { creditsThreshold: 0, version: 0 } },
  'POST /api/channels/test': {
    open: 'administrators',
    body: { host: 'smtp.tilleuls.example', port: 587, secure: false, from: 'a@tilleuls.example' },
  },
  'GET /api/reviews': { open: edit },
  'POST /api/reviews/{reviewId}/assignment': {
    open: edit,
    body: { ticketId: 'ticket-a', missionId: 'mission-a' },
  },
  'POST /api/reviews/{reviewId}/dismissal': { open: edit },
  'GET /api/reviews/{reviewId}/documents/{documentId}': { open: edit },
  'GET /api/session/digest': { open: 'staff' },
  'PUT /api/session/digest': { open: 'staff', body: { digest: true, hour: 18 } },
  'GET /api/dead-letters': { open: 'administrators' },
  'POST /api/dead-letters/{sequence}/replay': { open: 'administrators' },
  'GET /api/tickets/{id}': { open: view },
  'PATCH /api/tickets/{id}': { open: edit, body: { urgent: true } },
  'DELETE /api/tickets/{id}': { open: ['delete'] },
  'POST /api/tickets/{id}/read': { open: view },
  'GET /api/tickets/{id}/messages': { open: view },
  'GET /api/tickets/{id}/archive': { open: view },
  'GET /api/tickets/{id}/summary.pdf': { open: view },
  'GET /api/tickets/{id}/documents.zip': { open: view },
  'GET /api/tickets/{id}/documents/{documentId}': { open: view },
  'GET /api/tickets/{id}/documents/{documentId}/preview': { open: view },
  'POST /api/tickets/{id}/time-spent': { open: view, body: { seconds: 60 } },
  'POST /api/tickets/{id}/validation': { open: create, body: DRAFT },
  'POST /api/tickets/{id}/cancellation': { open: edit },
  'POST /api/tickets/{id}/closing': { open: edit },
  'POST /api/tickets/{id}/reopening': { open: ['reopen'] },
  'POST /api/tickets/{id}/contractors': { open: edit, body: { contractor: PERSON } },
  'POST /api/tickets/{id}/information': { open: edit, body: { persons: [PERSON] } },
  'POST /api/tickets/{id}/thread-messages': { open: edit, body: { missionId: 'mission-a', text: 'Bonjour' } },
  'POST /api/tickets/{id}/notes': { open: edit, body: { html: '<p>x</p>' } },
  'POST /api/tickets/{id}/reach': { open: edit, body: { missionId: 'mission-a', mails: 'a@b.example' } },
  ...missionRoutes({
    acceptance: APPOINTMENT,
    refusal: {},
    'reading-acknowledgement': {},
    'presence-request': {},
    'presence-answer': { answer: 'CONFIRMED' },
    'completion-request': {},
    completion: {},
    'invoice-request': {},
    invoice: { invoiceId: DOCUMENT, amountCents: 1 },
    'new-invoice-request': { comment: 'La TVA manque.' },
    'quote-request': {},
    'quote-promise': {},
    'quote-request-refusal': {},
    quote: { quoteIds: [DOCUMENT], amountCents: 1 },
    'approval-request': { role: 'OWNER', approver: PERSON },
    approval: { approved: true },
    'quote-acceptance': {},
    'quote-refusal': {},
    'appointment-proposal': APPOINTMENT,
    'appointment-validation': {},
    'appointment-postponement': {},
    'appointment-cancellation': {},
    'step-back': {},
  }),
  'POST /api/client/session': { open: 'everybody', body: { mail: 'x@y.example', password: 'x' } },
  'GET /api/client/session': { open: 'clients' },
  'DELETE /api/client/session': { open: 'clients' },
  'GET /api/client/places': { open: 'clients' },
  'POST /api/client/uploads': { open: 'clients' },
  'POST /api/client/requests': {
    open: 'clients',
    body: { place: { unitId: 'unit-a' }, subject: 'Fuite', description: 'Fuite' },
  },
  'GET /api/client/requests': { open: 'clients' },
  'GET /api/client/events': { open: 'clients' },
  'GET /api/client/requests/{id}': { open: 'clients' },
  'POST /api/client/requests/{id}/link': { open: 'clients' },
  'GET /api/client/requests/{id}/documents/{documentId}': { open: 'clients' },
  'GET /api/client/requests/{id}/documents/{documentId}/preview': { open: 'clients' },
  'GET /api/client/follow-ups': { open: 'clients' },
  'GET /api/client/follow-ups/{id}': { open: 'clients' },
  ...FIGURES_ROUTES,
  ...PROPERTY_ROUTES,
  ...CAF_ROUTES,
  ...JESTIMO_ROUTES,
};

function missionRoutes(bodies: Record<string, object>): Record<string, Route> {
  return Object.fromEntries(
    Object.entries(bodies).map(([step, body]) => [
      `POST /api/tickets/{id}/missions/{missionId}/${step}`,
      { open: edit, body },
    ]),
  );
}

export type Paths = Record<string, Record<string, unknown>>;

/** The routes of the document served at /docs-json. */
export function routesOf(paths: Paths): string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** What is asked of a route about the things of agency `a`. */
export function callOf(route: string, documentId: string): { method: string; address: string; body: object } {
  const [method = '', path = ''] = route.split(' ');
  const { body = {}, query = '' } = ROUTES[route] ?? {};
  const named = Object.entries(PROPERTY_NAMES).reduce(
    (text, [name, value]) => text.replace(name, value),
    path,
  );
  const address = named
    .replace('{id}', 'ticket-a')
    .replace('{missionId}', 'mission-a')
    .replace('{buildingId}', 'building-a')
    .replace('{module}', 'syndic')
    .replace('{code}', TEMPLATE)
    .replace('{reviewId}', REVIEW)
    .replace('{webhookId}', WEBHOOK)
    .replace('{sequence}', String(LETTER))
    .replace('{documentId}', documentId);
  const content = JSON.parse(JSON.stringify(body).replaceAll(`"${DOCUMENT}"`, `"${documentId}"`)) as object;
  return { method, address: `${address}${query}`, body: content };
}
