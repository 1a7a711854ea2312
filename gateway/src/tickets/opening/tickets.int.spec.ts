import type { CommandContext, ListTicketsRequest, OpenTicketRequest } from '@intervia/contracts';
import { ActorKind, Module, Show, Source } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { bodyOf } from '../../testing/body-of.js';
import type { House } from '../../testing/house.js';
import { as, CLAIRE, GERANCE_ONLY, openHouse, VIEWER } from '../../testing/house.js';

const DRAFT = {
  module: 'SYNDIC',
  subject: 'Fuite sous évier',
  description: 'La cuisine est inondée.',
  place: { unitId: 'unit-a' },
  source: 'PHONE',
  contractors: [
    {
      name: 'Plomberie Durand',
      mails: 'a@durand.example; b@durand.example',
      mobiles: '06 12 34 56 78, +33 7 56 78 90 12',
      channels: { mail: true, sms: true },
    },
  ],
};

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('tickets', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', number: 7, missions: [{ id: 'mission-a' }] });
  });

  afterAll(async () => {
    await house.close();
  });

  const open = (body: object, token = CLAIRE, key = 'key-1') =>
    request(house.url).post('/api/tickets').set(as(token)).set('Idempotency-Key', key).send(body);

  it('opens a ticket on a unit: place, owner, digicode and manager are gathered', async () => {
    const answer = await open(DRAFT).expect(201);
    expect(answer.body).toMatchObject({ number: 1042, module: 'SYNDIC', status: 'WORK_ORDER_SENT' });
    const { draft, context } = house.state.lastCall<OpenTicketRequest>('openTicket');
    expect(draft).toMatchObject({
      module: Module.SYNDIC,
      source: Source.PHONE,
      place: {
        buildingId: 'building-a',
        unitId: 'unit-a',
        label: 'Résidence Les Tilleuls, Appartement 12, 3e étage',
        address: '12 rue des Tilleuls, 69003 Lyon',
        digicode: '5678B',
        reference: '12',
        buildingReference: 'TIL',
        ownerName: 'Mme Petit',
      },
      manager: { id: 'user-claire', name: 'Claire Moreau' },
      contractors: [
        {
          name: 'Plomberie Durand',
          reach: {
            mails: ['a@durand.example', 'b@durand.example'],
            mobiles: ['+33612345678', '+33756789012'],
            channels: { mail: true, sms: true },
          },
        },
      ],
    });
    expect(context?.caller).toMatchObject({
      agencyId: 'a',
      actor: { kind: ActorKind.USER, id: 'user-claire' },
    });
  });

  it('gives the same command id to a retry, and another one to another user', async () => {
    const idOf = async (token: string, key: string) => {
      await open(DRAFT, token, key).expect(201);
      return house.state.lastCall<{ context: CommandContext }>('openTicket').context.commandId;
    };
    const first = await idOf(CLAIRE, 'same-key');
    expect(await idOf(CLAIRE, 'same-key')).toBe(first);
    house.state.aSession('paul', 'a', { syndic: { create: true }, gerance: {} });
    expect(await idOf('paul', 'same-key')).not.toBe(first);
    expect(await idOf(CLAIRE, 'other-key')).not.toBe(first);
  });

  it('tells every fault of a draft at once, in French', async () => {
    const contractors = [{ name: 'X', mails: 'nope', mobiles: '04 72 00 00 00; 06' }];
    const answer = await open({
      ...DRAFT,
      contractors,
      managerId: 'user-of-b',
      attachmentIds: ['unknown'],
    }).expect(400);
    expect(bodyOf(answer).code).toBe('INVALID_REQUEST');
    expect(bodyOf(answer).fields).toEqual(
      expect.arrayContaining([
        {
          field: 'contractors.0.mails',
          code: 'INVALID_MAIL',
          detail: '« nope » n’est pas une adresse e-mail valide.',
        },
        expect.objectContaining({ field: 'contractors.0.mobiles', code: 'INVALID_MOBILE' }),
        expect.objectContaining({ field: 'managerId', code: 'USER_UNKNOWN' }),
        expect.objectContaining({ field: 'attachmentIds.0', code: 'DOCUMENT_UNKNOWN' }),
      ]),
    );
  });

  it.each([
    [{ ...DRAFT, module: 'NOTHING' }, 'module', 'INVALID_CHOICE'],
    [{ ...DRAFT, module: undefined }, 'module', 'REQUIRED'],
    [{ ...DRAFT, place: undefined }, 'place', 'REQUIRED'],
    [{ ...DRAFT, place: {} }, 'place', 'EXACTLY_ONE_PLACE'],
    [{ ...DRAFT, place: { unitId: 'unit-a', buildingId: 'building-a' } }, 'place', 'EXACTLY_ONE_PLACE'],
    [{ ...DRAFT, place: { unitId: { $gt: '' } } }, 'place.unitId', 'INVALID_ID'],
    [{ ...DRAFT, status: 'CLOSED' }, 'status', 'UNKNOWN_FIELD'],
    [{ ...DRAFT, subject: 'x'.repeat(201) }, 'subject', 'TOO_LONG'],
    [{ ...DRAFT, contractors: 'Durand' }, 'contractors', 'INVALID_LIST'],
    [{ ...DRAFT, contractors: [3] }, 'contractors.0', 'INVALID_OBJECT'],
    [
      { ...DRAFT, contractors: [{ channels: { mail: 'yes', sms: false } }] },
      'contractors.0.channels.mail',
      'INVALID_FLAG',
    ],
    [{ ...DRAFT, requestedAt: '2004-11-24T10:00' }, 'requestedAt', 'INVALID_INSTANT'],
    [{ ...DRAFT, requestedAt: '2004-13-45T10:00:00Z' }, 'requestedAt', 'INVALID_INSTANT'],
    [{ ...DRAFT, timers: { visitHours: -1 } }, 'timers.visitHours', 'INVALID_NUMBER'],
  ])('refuses a draft of another shape (%#)', async (body, field, code) => {
    const answer = await open(body)
      .expect(400)
      .expect('content-type', /problem\+json/);
    expect(bodyOf(answer).fields).toContainEqual(expect.objectContaining({ field, code }));
  });

  it('gives the faults of the tickets service back in terms of the form', async () => {
    const fields = [{ field: 'draft.contractors.0.reach.mails', code: 'REQUIRED' }];
    house.state.failures.set('openTicket', new AppError('INVALID_TICKET', 'invalid', {}, fields));
    const answer = await open(DRAFT).expect(400);
    expect(answer.body).toMatchObject({ code: 'INVALID_TICKET', fields: [{ field: 'contractors.0.mails' }] });
  });

  it('wants an Idempotency-Key on commands', async () => {
    const answer = await request(house.url).post('/api/tickets').set(as(CLAIRE)).send(DRAFT).expect(400);
    expect(bodyOf(answer).code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    await request(house.url).post('/api/tickets/ticket-a/closing').set(as(CLAIRE)).send({}).expect(400);
  });

  it('lists what was asked for', async () => {
    const answer = await request(house.url)
      .get('/api/tickets?module=GERANCE&mine=true&show=closed&search=fuite&limit=10')
      .set(as(CLAIRE))
      .expect(200);
    expect(bodyOf(answer).tickets[0]).toMatchObject({
      id: 'ticket-a',
      number: 7,
      unread: true,
      status: 'WORK_ORDER_SENT',
    });
    expect(house.state.lastCall<ListTicketsRequest>('listTickets')).toMatchObject({
      module: Module.GERANCE,
      mine: true,
      show: Show.CLOSED,
      search: 'fuite',
      limit: 10,
    });
    await request(house.url).get('/api/tickets?limit=1000').set(as(CLAIRE)).expect(400);
    await request(house.url).get('/api/tickets?mine=perhaps').set(as(CLAIRE)).expect(400);
  });

  it('passes a command on, and answers the ticket', async () => {
    const answer = await request(house.url)
      .post('/api/tickets/ticket-a/missions/mission-a/acceptance')
      .set(as(CLAIRE))
      .set('Idempotency-Key', 'accept-1')
      .send({ appointment: { start: '2004-11-25T09:30:00+01:00', durationMinutes: 60 } })
      .expect(200);
    expect(bodyOf(answer).id).toBe('ticket-a');
    expect(house.state.lastCall('acceptWorkOrder')).toMatchObject({
      appointment: { start: { seconds: 1_101_371_400n }, durationMinutes: 60 },
    });
  });

  it.each([
    [new AppError('TICKET_ALREADY_CLOSED', 'conflict', { number: '7' }), 409],
    [new AppError('ACTION_NOT_ALLOWED', 'conflict'), 409],
    [new AppError('MISSION_NOT_FOUND', 'not-found'), 404],
    [new AppError('ACTOR_NOT_ALLOWED', 'forbidden'), 403],
    [new AppError('INTERNAL', 'internal', { secret: 'x' }), 500],
  ])('translates %p', async (failure, status) => {
    house.state.failures.set('askPresence', failure);
    const answer = await request(house.url)
      .post('/api/tickets/ticket-a/missions/mission-a/presence-request')
      .set(as(CLAIRE))
      .set('Idempotency-Key', 'ask')
      .expect(status);
    expect(answer.body).toMatchObject({ status, code: failure.code });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('lets a role do what its boxes say, and no more', async () => {
    const closing = (token: string) =>
      request(house.url)
        .post('/api/tickets/ticket-a/closing')
        .set(as(token))
        .set('Idempotency-Key', 'k')
        .send({});
    await request(house.url).get('/api/tickets/ticket-a').set(as(VIEWER)).expect(200);
    expect(bodyOf(await open(DRAFT, VIEWER).expect(403)).code).toBe('FORBIDDEN_ACTION');
    await closing(VIEWER).expect(403);
    // ticket-a is SYNDIC
    await request(house.url).get('/api/tickets/ticket-a').set(as(GERANCE_ONLY)).expect(403);
    await closing(GERANCE_ONLY).expect(403);
    await open(DRAFT, GERANCE_ONLY).expect(403);
    await request(house.url).get('/api/tickets?module=SYNDIC').set(as(GERANCE_ONLY)).expect(403);
    await request(house.url).get('/api/tickets').set(as(GERANCE_ONLY)).expect(200);
    expect(house.state.lastCall<ListTicketsRequest>('listTickets').module).toBe(Module.GERANCE);
  });

  it('never shows a password', async () => {
    const answer = await request(house.url).get('/api/users').set(as(CLAIRE)).expect(200);
    expect(bodyOf(answer).users[0]).toMatchObject({ id: 'user-claire', mail: 'claire@tilleuls.example' });
    expect(answer.text).not.toContain('password');
  });
});
