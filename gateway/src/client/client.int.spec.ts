import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { DocumentRefSchema, HistoryEntrySchema, TicketDocumentSchema } from '@intervia/contracts';
import { ActorKind, Module, Source } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import { PASSWORD } from '../testing/fakes/fake-state.js';
import type { House } from '../testing/house.js';
import { asClient, CLAIRE, CLIENT, openHouse } from '../testing/house.js';
import { PNG } from '../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the clients’ extranet', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(async () => {
    await house.close();
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
      followUps: false,
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

  it('cannot name a document that somebody else sent, though it saw its id', async () => {
    const store = await LocalFileStore.open(house.filesDir);
    const owned = (owner?: string) =>
      store.put('a', 'devis.png', Readable.from([PNG]), {
        maxBytes: 1_000,
        ...(owner === undefined ? {} : { owner }),
      });
    for (const owner of ['user:user-claire', 'client:party-other', 'link:mission-a', '', undefined]) {
      const { id } = await owned(owner);
      const sound = { place: { unitId: 'unit-a' }, subject: 'Fuite', description: 'Sous l’évier' };
      const { body } = (await ask({ ...sound, attachmentIds: [id] }).expect(400)) as { body: unknown };
      expect((body as { fields: unknown }).fields).toMatchObject([
        { field: 'attachmentIds.0', code: 'DOCUMENT_UNKNOWN' },
      ]);
    }
  });

  it('says whether there is anything to follow at all', async () => {
    house.state.settings = { ...house.state.settings, shownToClients: true };
    expect((await get('session').expect(200)).body).toMatchObject({ followUps: true });
  });

  describe('its own request', () => {
    const received = (documents: MessageInitShape<typeof DocumentRefSchema>[] = []) => ({
      fact: 'PreTicketReceived',
      documents,
    });
    interface Asked {
      agencyId?: string;
      requester?: { partyId: string };
      history?: MessageInitShape<typeof HistoryEntrySchema>[];
      documents?: MessageInitShape<typeof TicketDocumentSchema>[];
    }
    const asked = (ticket: Asked) =>
      house.state.aTicket({
        id: 'request',
        agencyId: 'a',
        number: 12,
        subject: 'Fuite',
        originalDescription: 'Sous l’évier',
        place: { label: 'Appartement 12' },
        requester: { partyId: 'party-client' },
        requestedAt: timestampFromDate(new Date('2004-03-05T09:00:00Z')),
        history: [received()],
        ...ticket,
      });
    const decidedAt = timestampFromDate(new Date('2004-03-06T09:00:00Z'));

    it('waits for the manager', async () => {
      asked({});
      expect((await get('requests/request').expect(200)).body).toEqual({
        ticketId: 'request',
        number: 12,
        subject: 'Fuite',
        description: 'Sous l’évier',
        placeLabel: 'Appartement 12',
        requestedAt: '2004-03-05T09:00:00.000Z',
        state: 'PENDING',
        reason: '',
        followUp: false,
        documents: [],
      });
    });

    it('is cancelled, and told why', async () => {
      const cancelled = { fact: 'PreTicketCancelled', text: 'Déjà réparé', at: decidedAt };
      asked({ history: [received(), cancelled] });
      expect((await get('requests/request').expect(200)).body).toMatchObject({
        state: 'CANCELLED',
        reason: 'Déjà réparé',
        decidedAt: '2004-03-06T09:00:00.000Z',
      });
    });

    it.each([true, false])('is validated; followed where the settings say so: %p', async (shownToClients) => {
      house.state.settings = { ...house.state.settings, shownToClients };
      asked({ history: [received(), { fact: 'PreTicketValidated', text: 'interne', at: decidedAt }] });
      expect((await get('requests/request').expect(200)).body).toMatchObject({
        state: 'VALIDATED',
        reason: '',
        followUp: shownToClients,
      });
    });

    it('shows the documents that came with it, and no other', async () => {
      const uploaded = await request(house.url)
        .post('/api/client/uploads')
        .set(asClient(CLIENT))
        .attach('files', PNG, 'fuite.png')
        .attach('files', PNG, 'interne.png')
        .expect(201);
      const [photo, other] = bodyOf(uploaded).documents;
      asked({
        history: [received([{ ...photo }])],
        documents: [{ ref: { ...photo } }, { ref: { ...other } }],
      });
      const { documents } = bodyOf(await get('requests/request').expect(200));
      expect(documents).toMatchObject([{ name: 'fuite.png', mediaType: 'image/png' }]);
      await get(`requests/request/documents/${photo?.id}`).expect(200).expect('content-type', 'image/png');
      const refused = await get(`requests/request/documents/${other?.id}`).expect(404);
      expect(bodyOf(refused).code).toBe('DOCUMENT_NOT_FOUND');
    });

    it.each<[string, Asked]>([
      ['somebody else’s', { requester: { partyId: 'party-other' } }],
      ['a ticket of the agency about it', { history: [{ fact: 'TicketOpened' }] }],
      ['another agency’s', { agencyId: 'b' }],
    ])('is not %s', async (_, ticket) => {
      asked(ticket);
      expect(bodyOf(await get('requests/request').expect(404)).code).toBe('TICKET_NOT_FOUND');
    });
  });

  it('finds its requests again, and nobody else’s', async () => {
    house.state.settings = { ...house.state.settings, shownToClients: true };
    house.state.aClientSession('neighbour', 'a');
    for (const [id, agencyId, partyId] of [
      ['own', 'a', 'party-client'],
      ['of-neighbour', 'a', 'party-neighbour'],
      ['elsewhere', 'b', 'party-client'],
    ] as const)
      house.state.aTicket({ id, agencyId, requester: { partyId }, number: 21 });
    const idsOf = ({ body }: { body: unknown }) =>
      (body as { requests: { ticketId: string }[] }).requests.map(({ ticketId }) => ticketId);
    const mine = await get('requests?limit=10&cursor=before').expect(200);
    expect(house.state.lastCall('listRequests')).toMatchObject({ limit: 10, cursor: 'before' });
    expect(idsOf(mine)).toContain('own');
    for (const other of ['of-neighbour', 'elsewhere']) expect(idsOf(mine)).not.toContain(other);
    expect(mine.body).toMatchObject({
      requests: expect.arrayContaining([
        expect.objectContaining({ ticketId: 'own', number: 21, state: 'VALIDATED', followUp: true }),
      ]),
      nextCursor: 'next',
    });
    const ofNeighbour = await request(house.url)
      .get('/api/client/requests')
      .set(asClient('neighbour'))
      .expect(200);
    expect(idsOf(ofNeighbour)).toEqual(['of-neighbour']);
    expect((await get('requests?limit=101').expect(400)).body).toMatchObject({ code: 'INVALID_REQUEST' });
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
