import { ActorKind, Module, Source } from '@intervia/contracts';
import type { RunningServer } from '@intervia/testing';
import { startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import { PASSWORD } from '../testing/fake-state.js';
import type { House } from '../testing/house.js';
import { asClient, CLAIRE, CLIENT, openHouse } from '../testing/house.js';
import { PNG } from '../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the clients’ extranet', () => {
  let nats: RunningServer;
  let house: House;

  beforeAll(async () => {
    nats = await startNats();
    house = await openHouse(nats.url);
  });

  afterAll(async () => {
    await house.close();
    await nats.stop();
  });

  const signIn = (token: string) =>
    request(house.url)
      .post('/api/client/session')
      .send({ mail: `${token}@courriel.example`, password: PASSWORD });
  const ask = (body: object, key = 'key-1') =>
    request(house.url)
      .post('/api/client/requests')
      .set(asClient(CLIENT))
      .set('Idempotency-Key', key)
      .send(body);
  const get = (path: string) => request(house.url).get(`/api/client/${path}`).set(asClient(CLIENT));

  it('signs a client in with a cookie of its own, and no member of staff', async () => {
    const answer = await signIn(CLIENT).expect(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^intervia_client=client; Max-Age=3\d{3}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.body).toMatchObject({
      client: { id: 'party-client', name: 'Mme Petit', mails: ['client@courriel.example'] },
      agency: { id: 'a' },
      csrfToken: asClient(CLIENT)['x-intervia-csrf'],
    });
    expect((await get('session').expect(200)).body).toEqual(answer.body);
    await signIn(CLAIRE).expect(401);
    await request(house.url)
      .post('/api/session')
      .send({ mail: `${CLIENT}@x.example`, password: PASSWORD })
      .expect(401);
  });

  it('shows its places, without what they need not know of them', async () => {
    const answer = await get('places').expect(200);
    expect(answer.body).toEqual({
      places: [
        {
          unitId: 'unit-a',
          label: 'Résidence Les Tilleuls, Appartement 12, 3e étage',
          address: '12 rue des Tilleuls',
        },
        {
          buildingId: 'building-a',
          label: 'Résidence Les Tilleuls',
          address: '12 rue des Tilleuls, 69003 Lyon',
        },
      ],
    });
  });

  it('takes a request with its photos, for the manager of the place', async () => {
    const uploaded = await request(house.url)
      .post('/api/client/uploads')
      .set(asClient(CLIENT))
      .attach('files', PNG, 'fuite.png')
      .expect(201);
    const [photo] = bodyOf(uploaded).documents;
    const answer = await ask({
      place: { unitId: 'unit-a' },
      subject: 'Fuite',
      description: 'Sous l’évier',
      attachmentIds: [photo?.id],
    }).expect(201);
    expect(answer.body).toEqual({ ticketId: 'ticket-requested', number: 1043 });
    expect(house.state.lastCall('requestTicket')).toMatchObject({
      context: { caller: { agencyId: 'a', actor: { kind: ActorKind.REQUESTER, id: 'party-client' } } },
      module: Module.SYNDIC,
      source: Source.EXTRANET,
      place: { unitId: 'unit-a', label: 'Résidence Les Tilleuls, Appartement 12, 3e étage' },
      requester: {
        partyId: 'party-client',
        name: 'Mme Petit',
        reach: { mails: ['client@courriel.example'], channels: { mail: true, sms: false } },
      },
      manager: { id: 'user-manager' },
      attachments: [{ id: photo?.id }],
    });
  });

  it.each([
    ['a place that is not its own', { place: { unitId: 'unit-b' } }, 404, 'PLACE_NOT_FOUND'],
    ['a module that the building has not', { module: 'GERANCE' }, 400, 'INVALID_REQUEST'],
    ['no description', { description: undefined }, 400, 'INVALID_REQUEST'],
    ['a document that nobody sent', { attachmentIds: ['nothing'] }, 400, 'INVALID_REQUEST'],
  ])('refuses %s', async (_, change, status, code) => {
    const sound = { place: { unitId: 'unit-a' }, subject: 'Fuite', description: 'Sous l’évier' };
    expect(bodyOf(await ask({ ...sound, ...change }).expect(status)).code).toBe(code);
  });

  it('follows its tickets by what it has to do with places', async () => {
    const list = await get('follow-ups?limit=10').expect(200);
    expect(list.body).toMatchObject({ followUps: [{ ticketId: 'ticket-a', number: 7 }], nextCursor: '' });
    expect(house.state.lastCall('listFollowUps')).toMatchObject({
      agencyId: 'a',
      limit: 10,
      scope: { partyId: 'party-client', ownedUnitIds: ['unit-a'], ownedBuildingIds: ['building-a'] },
    });
    await get('follow-ups/ticket-a').expect(200);
    expect(bodyOf(await get('follow-ups/ticket-b').expect(404)).code).toBe('TICKET_NOT_FOUND');
  });

  it('brakes an address that floods the agency', async () => {
    const body = { place: { unitId: 'unit-a' }, subject: 'Fuite', description: 'x' };
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => ask(body, `flood-${at}`)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });

  it('ends with the session', async () => {
    await request(house.url).delete('/api/client/session').set(asClient(CLIENT)).expect(204);
    await get('places').expect(401);
  });
});
