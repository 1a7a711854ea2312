import { Module, Role } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Right } from './session/rights.js';
import { RIGHTS } from './session/rights.js';
import { bodyOf } from './testing/body-of.js';
import type { House } from './testing/house.js';
import { as, asClient, CLIENT, openHouse } from './testing/house.js';
import type { Paths } from './testing/routes/routes.js';
import { callOf, ROUTES, routesOf } from './testing/routes/routes.js';
import { KEY } from './testing/fakes/fake-api-keys.js';
import { LOCATED_PHOTO } from './testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(120_000);

/** Nobody sees less than what it may change. */
const ROLES: readonly (readonly Right[])[] = [
  [],
  ['view'],
  ...RIGHTS.filter((right) => right !== 'view').map((right) => ['view', right] as const),
];
const tokenOf = (rights: readonly Right[]): string => `rights-${rights.join('-')}`;

describe('who may call what', () => {
  let house: House;
  let documentId: string;

  beforeAll(async () => {
    house = await openHouse();
    const { state } = house;
    for (const rights of ROLES) {
      const boxes = Object.fromEntries(rights.map((right) => [right, true]));
      state.aSession(tokenOf(rights), 'a', { syndic: boxes, gerance: boxes });
    }
    state.aSession('administrator', 'a', { role: Role.ADMINISTRATOR, syndic: { view: true } });
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'fuite.jpg', Readable.from([LOCATED_PHOTO]), {
      maxBytes: 10_000,
      owner: '',
    });
    documentId = ref.id;
    state.aTicket({
      id: 'ticket-a',
      agencyId: 'a',
      module: Module.SYNDIC,
      missions: [{ id: 'mission-a' }],
      documents: [{ ref }],
    });
    state.settings = { listSize: 50, version: 3, defaultAttachments: [ref] };
  });

  afterAll(async () => {
    await house.close();
  });

  async function statusOf(route: string, headers: Record<string, string>): Promise<number> {
    const { method, address, body } = callOf(route, documentId);
    const stop = new AbortController();
    const isRead = method === 'GET';
    const answer = await fetch(`${house.url}${address}`, {
      method,
      headers: {
        ...headers,
        'idempotency-key': randomUUID(),
        ...(isRead ? {} : { 'content-type': 'application/json' }),
      },
      body: isRead ? undefined : JSON.stringify(body),
      signal: stop.signal,
    });
    // A stream of events does not end by itself.
    stop.abort();
    return answer.status;
  }

  /** Signing out would end the walk. */
  const walked = Object.entries(ROUTES).filter(([route]) => !route.startsWith('DELETE /api/session'));

  it('is said here of every route', async () => {
    const answer = await fetch(`${house.url}/docs-json`);
    const { paths } = bodyOf({ body: await answer.json() });
    expect(routesOf(paths as Paths).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  });

  it.each(ROLES)('a role with %p', async (...rights) => {
    const headers = as(tokenOf(rights));
    for (const [route, { open }] of walked.filter(([, { open: to }]) => Array.isArray(to))) {
      const status = await statusOf(route, headers);
      const allowed = (open as readonly Right[]).some((right) => rights.includes(right));
      expect({ route, refused: status === 403 }).toEqual({ route, refused: !allowed });
      // 415: uploads want a form, which is looked at after the right.
      if (allowed)
        expect({ route, status: [200, 201, 204, 415].includes(status) }).toEqual({ route, status: true });
    }
  });

  it('what is for administrators is for nobody else', async () => {
    for (const [route] of walked.filter(([, { open }]) => open === 'administrators')) {
      const status = await statusOf(route, as('administrator'));
      expect({ route, allowed: [200, 201, 204].includes(status) }).toEqual({ route, allowed: true });
      for (const rights of ROLES)
        expect({ route, status: await statusOf(route, as(tokenOf(rights))) }).toEqual({ route, status: 403 });
    }
  });

  it('a client reaches no route of the staff, in whatever cookie its token is put', async () => {
    for (const [route, { open }] of walked.filter(([, { open: to }]) => to !== 'everybody')) {
      if (open === 'clients' || open === 'programs') continue;
      expect({ route, status: await statusOf(route, asClient(CLIENT)) }).toEqual({ route, status: 401 });
      expect({ route, status: await statusOf(route, as(CLIENT)) }).toEqual({ route, status: 401 });
    }
  });

  it('a member of staff reaches no route of the clients', async () => {
    const token = tokenOf(['view', 'create']);
    for (const [route] of walked.filter(([, { open }]) => open === 'clients')) {
      expect({ route, status: await statusOf(route, as(token)) }).toEqual({ route, status: 401 });
      expect({ route, status: await statusOf(route, asClient(token)) }).toEqual({ route, status: 401 });
    }
  });

  const bearer = { authorization: `Bearer ${KEY}` };

  it('a key opens the routes of programs, and no session does', async () => {
    for (const [route] of walked.filter(([, { open }]) => open === 'programs')) {
      const status = await statusOf(route, bearer);
      // 415: a base is no JSON.
      expect({ route, open: [200, 201, 204, 415].includes(status) }).toEqual({ route, open: true });
      for (const headers of [as('administrator'), asClient(CLIENT), {}])
        expect({ route, status: await statusOf(route, headers) }).toEqual({ route, status: 401 });
    }
  });

  it('nobody reaches anything else without a session, with a key or without', async () => {
    for (const [route, { open }] of walked.filter(([, { open: to }]) => to !== 'everybody')) {
      const headers = open === 'programs' ? {} : bearer;
      expect({ route, status: await statusOf(route, headers) }).toEqual({ route, status: 401 });
    }
  });
});
