import { Module, Role } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Readable } from 'node:stream';
import { KEY, OTHER_KEY, SCOPELESS_KEY } from '../../testing/fakes/fake-api-keys.js';
import { ALL, VIEW } from '../../testing/fakes/fake-state.js';
import type { House } from '../../testing/house.js';
import { CLAIRE, openHouse } from '../../testing/house.js';
import { PDF } from '../../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('tickets for a user of LSC', () => {
  let house: House;
  let documentId: string;

  beforeAll(async () => {
    house = await openHouse();
    const { state } = house;
    state.aSession(CLAIRE, 'a', { syndic: ALL, gerance: ALL, standsInFor: ['user-away'] });
    state.aSession('ines', 'a', { role: Role.ASSISTANT, syndic: VIEW });
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'devis.pdf', Readable.from([PDF]), { maxBytes: 1_000, owner: '' });
    documentId = ref.id;
    state.aTicket({ id: 'ticket-a', agencyId: 'a', module: Module.SYNDIC, documents: [{ ref }] });
    state.aTicket({ id: 'ticket-g', agencyId: 'a', module: Module.GERANCE });
  });
  afterAll(async () => {
    await house.close();
  });

  const get = (path: string, key = KEY) =>
    fetch(`${house.url}/lsc/v1/tickets${path}`, { headers: { authorization: `Bearer ${key}` } });
  const codeOf = async (path: string, key = KEY) => {
    const answer = await get(path, key);
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };

  it('are those in progress, as this user sees them, also in the place of whoever is absent now', async () => {
    const answer = await get('?userId=user-claire&module=SYNDIC');
    expect(answer.status).toBe(200);
    expect(house.state.lastCall('listTickets')).toMatchObject({
      caller: {
        agencyId: 'a',
        actor: { id: 'user-claire' },
        standsInFor: ['user-away'],
        attachedOnly: false,
      },
      module: Module.SYNDIC,
    });
    await get('?userId=user-ines&module=SYNDIC');
    expect(house.state.lastCall('listTickets')).toMatchObject({
      caller: { actor: { id: 'user-ines' }, standsInFor: [], attachedOnly: true },
    });
  });

  it('are searched by several criteria at once', async () => {
    await get(
      '?userId=user-claire&module=SYNDIC&show=all&search=fuite&statuses=WORK_ORDER_SENT&buildingId=b1',
    );
    expect(house.state.lastCall('listTickets')).toMatchObject({
      search: 'fuite',
      criteria: { buildingId: 'b1', statuses: [expect.any(Number)] },
    });
    expect(await codeOf('?userId=user-claire&module=SYNDIC&colour=PINK')).toEqual([400, 'INVALID_REQUEST']);
  });

  it('are read with their documents', async () => {
    const answer = await get('/ticket-a?userId=user-claire');
    expect(await answer.json()).toMatchObject({ id: 'ticket-a', documents: [{ ref: { id: documentId } }] });
    const file = await get(`/ticket-a/documents/${documentId}?userId=user-claire`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
    expect(await codeOf('/ticket-a/documents/other?userId=user-claire')).toEqual([404, 'DOCUMENT_NOT_FOUND']);
  });

  it('are taken over whole, as a ZIP of the payload and the documents', async () => {
    const answer = await get('/ticket-a/elements.zip?userId=user-claire');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const zip = Buffer.from(await answer.arrayBuffer());
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    // The files are stored as they are, and the directory of the ZIP names them.
    expect(zip.includes(PDF)).toBe(true);
    for (const name of ['ticket.json', 'documents/devis.pdf']) expect(zip.includes(name)).toBe(true);
    expect(await codeOf('/ticket-a/elements.zip?userId=user-stranger', OTHER_KEY)).toEqual([
      404,
      'TICKET_NOT_FOUND',
    ]);
  });

  it('are of no other module than the user’s, no other agency, and no nobody', async () => {
    expect(await codeOf('/ticket-g?userId=user-ines')).toEqual([403, 'FORBIDDEN_ACTION']);
    expect(await codeOf('?userId=user-ines&module=GERANCE')).toEqual([403, 'FORBIDDEN_ACTION']);
    expect(await codeOf('/ticket-a?userId=user-stranger', OTHER_KEY)).toEqual([404, 'TICKET_NOT_FOUND']);
    expect(await codeOf('/ticket-a?userId=user-claire', OTHER_KEY)).toEqual([404, 'USER_NOT_FOUND']);
    expect(await codeOf('?module=SYNDIC')).toEqual([400, 'INVALID_REQUEST']);
    expect(await codeOf('?userId=user-claire', SCOPELESS_KEY)).toEqual([403, 'API_KEY_SCOPE_MISSING']);
  });

  it('are opened in the browser by a link, of tickets that this user sees, whose secret no server is sent', async () => {
    const post = (path: string, key = KEY) =>
      fetch(`${house.url}/lsc/v1/tickets${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
      });
    const codeOfLink = async (path: string, key = KEY) => {
      const answer = await post(path, key);
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    const answer = await post('/ticket-a/link?userId=user-claire');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const { url } = (await answer.json()) as { url: string };
    const { pathname, hash } = new URL(url);
    expect([pathname, hash]).toEqual(['/open/syndic/ticket-a', '#the-secret']);
    expect(house.state.lastCall('issueSignInLink')).toMatchObject({ userId: 'user-claire', key: KEY });
    expect(await codeOfLink('/ticket-g/link?userId=user-ines')).toEqual([403, 'FORBIDDEN_ACTION']);
    expect(await codeOfLink('/ticket-a/link?userId=user-claire', SCOPELESS_KEY)).toEqual([
      403,
      'API_KEY_SCOPE_MISSING',
    ]);
    expect(await codeOfLink('/ticket-a/link?userId=user-claire', OTHER_KEY)).toEqual([404, 'USER_NOT_FOUND']);
  });
});
