import { Module } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import type { RunningServer } from '@intervia/testing';
import { startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bodyOf } from './testing/body-of.js';
import type { House } from './testing/house.js';
import { as, openHouse, STRANGER } from './testing/house.js';
import { PDF } from './testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

type Paths = Record<string, Record<string, unknown>>;

/** Routes that name nothing of an agency. */
const WITHOUT_IDS: ReadonlySet<string> = new Set([
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/users',
  'GET /api/buildings',
  'GET /api/contractors',
  'POST /api/uploads',
  'GET /api/tickets',
  'GET /api/events',
  'GET /health',
  'GET /metrics',
  // The link is the right.
  'GET /i/{token}',
  'GET /i/{token}/documents/{documentId}',
  'POST /i/{token}/{form}',
]);

/** Tested one by one below. */
const NAMED_IN_QUERY_OR_BODY: readonly string[] = ['GET /api/places', 'GET /api/units', 'POST /api/tickets'];

describe('another agency', () => {
  let nats: RunningServer;
  let house: House;
  let documentId: string;
  let paths: Paths;

  beforeAll(async () => {
    nats = await startNats();
    house = await openHouse(nats.url);
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'facture.pdf', Readable.from([PDF]));
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
    await nats.stop();
  });

  const send = (method: string, path: string) =>
    request(house.url)
      [method.toLowerCase() as 'get' | 'post'](path)
      .set(as(STRANGER))
      .set('Idempotency-Key', randomUUID());

  it('finds nothing at any route of the document, whatever ids it knows', async () => {
    const bodies: Record<string, object> = {
      acceptance: { appointment: { start: '2026-11-25T09:30:00Z', durationMinutes: 60 } },
      'presence-answer': { answer: 'CONFIRMED' },
    };
    const refused: string[] = [];
    for (const [path, operations] of Object.entries(paths)) {
      for (const method of Object.keys(operations).map((name) => name.toUpperCase())) {
        const route = `${method} ${path}`;
        if (WITHOUT_IDS.has(route) || !path.includes('{')) continue;
        const address = path
          .replace('{id}', 'ticket-a')
          .replace('{missionId}', 'mission-a')
          .replace('{documentId}', documentId);
        const form = path.split('/').at(-1) ?? '';
        // Its own invoice id would be refused by field before the ticket is looked for: tested below.
        if (form === 'invoice') continue;
        const answer = await (method === 'GET'
          ? send(method, address)
          : send(method, address).send(bodies[form] ?? {}));
        expect({ route, refused: [403, 404].includes(answer.status) }).toEqual({ route, refused: true });
        refused.push(route);
      }
    }
    expect(refused.length).toBeGreaterThanOrEqual(16);
  });

  it('is walked completely: a route that names nothing is listed here', () => {
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const covered = (route: string) =>
      WITHOUT_IDS.has(route) || route.includes('{') || NAMED_IN_QUERY_OR_BODY.includes(route);
    expect(routes.filter((route) => !covered(route))).toEqual([]);
  });

  it('finds no place of another, and opens no ticket on it', async () => {
    await send('GET', '/api/places?unitId=unit-a').expect(404);
    await send('GET', '/api/places?buildingId=building-a').expect(404);
    await send('POST', '/api/tickets')
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

  it('sees only its own in lists', async () => {
    for (const path of ['/api/tickets', '/api/users', '/api/buildings', '/api/contractors']) {
      const answer = await send('GET', path).expect(200);
      expect(answer.text).not.toMatch(/ticket-a|user-claire|building-a/);
    }
  });
});
