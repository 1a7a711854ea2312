import { Module, Role } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bodyOf } from './testing/body-of.js';
import { OTHER_KEY } from './testing/fakes/fake-api-keys.js';
import { LETTER, REVIEW } from './testing/fakes/fake-delivery.js';
import type { House } from './testing/house.js';
import { as, asClient, openHouse, OTHER_CLIENT, STRANGER } from './testing/house.js';
import type { Open } from './testing/routes/route.js';
import type { Paths } from './testing/routes/routes.js';
import { callOf, ROUTES, routesOf } from './testing/routes/routes.js';
import { PDF } from './testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

/** Routes that name a thing of an agency in their query or body: tested one by one below. */
const NAMED_ELSEWHERE: ReadonlySet<string> = new Set([
  'GET /api/places',
  'GET /api/units',
  'POST /api/tickets',
  'POST /api/tickets/manager-changes',
  'POST /api/requests',
  'POST /api/visit-notes',
  'POST /api/reports',
  'POST /api/client/requests',
  'PUT /api/settings/{module}',
  'POST /api/templates/{code}/preview',
  'POST /api/templates/{code}/test',
  'POST /api/tickets/simulation',
  'POST /api/property/departures',
]);

const headersOf = (open: Open | undefined): Record<string, string> => {
  if (open === 'clients') return asClient(OTHER_CLIENT);
  return open === 'programs' ? { authorization: `Bearer ${OTHER_KEY}` } : as(STRANGER);
};

describe('another agency', () => {
  let house: House;
  let documentId: string;
  let paths: Paths;

  beforeAll(async () => {
    house = await openHouse();
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'facture.pdf', Readable.from([PDF]), { maxBytes: 1_000, owner: '' });
    documentId = ref.id;
    house.state.aTicket({
      id: 'ticket-a',
      agencyId: 'a',
      module: Module.SYNDIC,
      missions: [{ id: 'mission-a' }],
      documents: [{ ref }],
    });
    paths = bodyOf(await request(house.url).get('/docs-json').expect(200)).paths;
  });

  afterAll(async () => {
    await house.close();
  });

  const send = (method: string, path: string, route = '') =>
    request(house.url)
      [method.toLowerCase() as 'get' | 'post'](path)
      .set(headersOf(ROUTES[route]?.open))
      .set('Idempotency-Key', randomUUID());

  const isWalked = (route: string): boolean =>
    /\{(id|reviewId|documentId)\}/.test(route) && !route.includes('{token}');

  it('finds nothing at any route of the document, whatever ids it knows', async () => {
    for (const route of routesOf(paths).filter(isWalked)) {
      const { method, address, body } = callOf(route, documentId);
      const answer = await (method === 'GET'
        ? send(method, address, route)
        : send(method, address, route).send(body));
      const { code, fields } = bodyOf(answer);
      // A document of another is a fault of the field that names it.
      const refused =
        answer.status === 404 || (answer.status === 400 && fields[0]?.code === 'DOCUMENT_UNKNOWN');
      expect({ route, code, refused }).toEqual({ route, code, refused: true });
    }
  });

  it('is walked completely: what is neither in an address nor tested below names nothing of an agency', () => {
    const others = routesOf(paths).filter((route) => !isWalked(route) && !NAMED_ELSEWHERE.has(route));
    expect(others.filter((route) => JSON.stringify(ROUTES[route]).includes('-a"'))).toEqual([]);
  });

  it('finds no place of another, and opens no ticket on it', async () => {
    await send('GET', '/api/places?unitId=unit-a').expect(404);
    await send('GET', '/api/places?buildingId=building-a').expect(404);
    await send('POST', '/api/tickets')
      .send({ module: 'SYNDIC', place: { unitId: 'unit-a' } })
      .expect(404);
    await send('POST', '/api/tickets/simulation')
      .send({ module: 'SYNDIC', place: { unitId: 'unit-a' } })
      .expect(404);
    const units = await send('GET', '/api/units?buildingId=building-a').expect(200);
    expect(JSON.stringify(units.body)).not.toContain('unit-a');
  });

  it('attaches no document of another, nor sends it as an invoice, nor names its users', async () => {
    const draft = {
      module: 'SYNDIC',
      place: { unitId: 'unit-b' },
      attachmentIds: [documentId],
      managerId: 'user-claire',
    };
    const answer = await send('POST', '/api/tickets').send(draft).expect(400);
    const faults = (bodyOf(answer).fields as { field: string; code: string }[]).map(
      ({ field, code }) => `${field} ${code}`,
    );
    expect(faults.toSorted()).toEqual(['attachmentIds.0 DOCUMENT_UNKNOWN', 'managerId USER_UNKNOWN']);
    const invoice = { invoiceId: documentId, amountCents: 1 };
    const sent = await send('POST', '/api/tickets/ticket-a/missions/mission-a/invoice')
      .send(invoice)
      .expect(400);
    expect(bodyOf(sent).fields).toMatchObject([{ field: 'invoiceId', code: 'DOCUMENT_UNKNOWN' }]);
  });

  it('lets no tenant of another leave', async () => {
    const departure = { reason: 'TENANT_NOTICE', leftOn: '2004-06-02' };
    const departures = [{ leaseId: 'ticket-a', departure }];
    const answer = await send('POST', '/api/property/departures').send({ departures }).expect(200);
    expect(answer.body).toMatchObject({ results: [{ leaseId: 'ticket-a', code: 'LEASE_NOT_FOUND' }] });
  });

  it('enters no request on a place of another, nor imports notes of it', async () => {
    const place = { module: 'SYNDIC', subject: 'Fuite', place: { unitId: 'unit-a' } };
    await send('POST', '/api/requests').send(place).expect(404);
    const notes = await send('POST', '/api/visit-notes')
      .send({ notes: [{ ...place, externalId: 'vti-1' }] })
      .expect(400);
    expect(bodyOf(notes).fields).toMatchObject([{ field: 'notes.0.place', code: 'PLACE_NOT_FOUND' }]);
    await send('GET', '/api/carnets/building-a').expect(404);
    await send('PUT', '/api/carnets/building-a').send({ version: 0, entries: [] }).expect(404);
    const report = callOf('POST /api/reports', documentId);
    await send('POST', report.address).send(report.body).expect(404);
    const asked = { place: { unitId: 'unit-a' }, subject: 'Fuite', description: 'Fuite' };
    await send('POST', '/api/client/requests', 'GET /api/client/places').send(asked).expect(404);
  });

  it('gives no ticket of another to a manager, nor to a manager of another', async () => {
    const change = (body: object) => send('POST', '/api/tickets/manager-changes').send(body);
    const answer = await change({ ticketIds: ['ticket-a'], managerId: 'user-stranger' }).expect(200);
    expect(answer.body).toMatchObject({
      changed: 0,
      refused: [{ ticketId: 'ticket-a', code: 'TICKET_NOT_FOUND' }],
    });
    const foreign = await change({ ticketIds: [], managerId: 'user-claire' }).expect(400);
    expect(bodyOf(foreign).fields).toMatchObject([{ field: 'managerId', code: 'USER_UNKNOWN' }]);
  });

  it('puts no document of another into its settings', async () => {
    house.state.aSession('administrator', 'b', { role: Role.ADMINISTRATOR, syndic: { view: true } });
    const { body } = callOf('PUT /api/settings/{module}', documentId);
    const answer = await request(house.url)
      .put('/api/settings/syndic')
      .set(as('administrator'))
      .set('Idempotency-Key', randomUUID())
      .send({ ...body, defaultAttachmentIds: [documentId] })
      .expect(400);
    expect(bodyOf(answer).fields).toMatchObject([
      { field: 'defaultAttachmentIds.0', code: 'DOCUMENT_UNKNOWN' },
    ]);
  });

  it('fills no template with a ticket of another, nor sends it to itself', async () => {
    house.state.aSession('administrator', 'b', { role: Role.ADMINISTRATOR, syndic: { view: true } });
    for (const route of ['POST /api/templates/{code}/preview', 'POST /api/templates/{code}/test']) {
      const { address, body } = callOf(route, documentId);
      const answer = await request(house.url)
        .post(address)
        .set(as('administrator'))
        .set('Idempotency-Key', randomUUID())
        .send(body)
        .expect(404);
      expect(bodyOf(answer).code).toBe('TICKET_NOT_FOUND');
    }
  });

  it('files no answer of another into a ticket of its own, and replays nothing of it', async () => {
    house.state.aTicket({ id: 'ticket-b', agencyId: 'b', module: Module.SYNDIC });
    const place = { ticketId: 'ticket-b', missionId: 'mission-b' };
    const filed = await send('POST', `/api/reviews/${REVIEW}/assignment`).send(place).expect(404);
    expect(bodyOf(filed).code).toBe('REVIEW_NOT_FOUND');
    house.state.aSession('administrator', 'b', { role: Role.ADMINISTRATOR });
    const letters = '/api/dead-letters';
    const asAdministrator = as('administrator');
    const list = await request(house.url).get(letters).set(asAdministrator).expect(200);
    expect(list.body).toEqual({ letters: [] });
    await request(house.url).post(`${letters}/${LETTER}/replay`).set(asAdministrator).expect(404);
  });

  it('finds no request of a client of another', async () => {
    const requester = { partyId: `party-${OTHER_CLIENT}` };
    house.state.aTicket({ id: 'request-a', agencyId: 'a', requester });
    house.state.aTicket({ id: 'request-b', agencyId: 'b', requester });
    const answer = await send('GET', '/api/client/requests', 'GET /api/client/requests').expect(200);
    expect(answer.text).toContain('request-b');
    expect(answer.text).not.toContain('request-a');
  });

  it('sees only its own in lists', async () => {
    const lists = ['tickets', 'tickets/deletions', 'tickets/export.csv', 'tickets/export.txt'].map(
      (path) => `/api/${path}?module=SYNDIC`,
    );
    for (const path of [...lists, '/api/users', '/api/buildings', '/api/contractors', '/api/reviews']) {
      const answer = await send('GET', path).expect(200);
      expect(answer.text).not.toMatch(/ticket-a|review-a|user-claire|building-a/);
    }
  });
});
