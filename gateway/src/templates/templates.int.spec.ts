import type { SendTestMessageRequest } from '@intervia/contracts';
import { Channel, Module, Role } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import { VIEW } from '../testing/fakes/fake-state.js';
import { TEMPLATE } from '../testing/fakes/fake-templates.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, GERANCE_ONLY, openHouse, VIEWER } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

const ADMINISTRATOR = 'administrator';
const ADDRESS = `/api/templates/${TEMPLATE}`;
const TEXT = { subject: 'Demande', body: '<p>{{ ticket.description }}</p>' };

describe('templates and the simulator', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aSession(ADMINISTRATOR, 'a', { role: Role.ADMINISTRATOR, syndic: VIEW });
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', module: Module.SYNDIC });
  });

  afterAll(async () => {
    await house.close();
  });

  const get = (path: string, token = VIEWER) => request(house.url).get(path).set(as(token));
  const post = (path: string, body: object, token = VIEWER) =>
    request(house.url).post(path).set(as(token)).send(body);
  const save = (body: object) => request(house.url).put(ADDRESS).set(as(ADMINISTRATOR)).send(body);
  const refuseWith = (method: string, field: string, code: string, params = {}) =>
    house.state.failures.set(method, new AppError('INVALID_TEMPLATE', 'invalid', params, [{ field, code }]));

  it('lists them, of both channels or of one', async () => {
    const answer = await get('/api/templates').expect(200);
    expect(answer.body).toMatchObject({
      templates: [{ code: TEMPLATE, channel: 'MAIL', list: 'CONTRACTORS', title: 'Ordre de service' }],
    });
    expect(house.state.lastCall('listTemplates')).toMatchObject({ channel: Channel.UNSPECIFIED });
    await get('/api/templates?channel=SMS').expect(200);
    expect(house.state.lastCall('listTemplates')).toMatchObject({ channel: Channel.SMS });
    const fault = await get('/api/templates?channel=FAX').expect(400);
    expect(bodyOf(fault).fields).toMatchObject([
      { field: 'channel', detail: 'Valeur inconnue. Valeurs possibles : MAIL, SMS.' },
    ]);
  });

  it('reads one by code and channel', async () => {
    const answer = await get(`${ADDRESS}?channel=MAIL`).expect(200);
    expect(answer.body).toMatchObject({ row: { code: TEMPLATE, version: 0 }, variables: [] });
    expect(bodyOf(await get(ADDRESS).expect(400)).fields).toMatchObject([
      { field: 'channel', code: 'REQUIRED' },
    ]);
    const unknown = await get('/api/templates/nowhere?channel=MAIL').expect(404);
    expect(bodyOf(unknown)).toMatchObject({
      code: 'TEMPLATE_NOT_FOUND',
      detail: 'Ce modèle n’existe pas.',
    });
  });

  it('saves what an administrator typed over the version that was read', async () => {
    const answer = await save({ channel: 'MAIL', text: TEXT, version: 2 }).expect(200);
    expect(answer.body).toMatchObject({ row: { version: 3 }, text: TEXT });
    expect(house.state.lastCall('saveTemplate')).toMatchObject({
      caller: { agencyId: 'a', actor: { id: `user-${ADMINISTRATOR}` } },
      code: TEMPLATE,
      channel: Channel.MAIL,
      version: 2,
    });
  });

  it.each([
    ['UNKNOWN_VARIABLE', { variables: 'ticket.colour' }, 'Ce modèle ne connaît pas : ticket.colour.'],
    ['SYNTAX', {}, 'Une variable est mal écrite : vérifiez les accolades.'],
    ['NO_VARIABLES', {}, 'Un SMS n’a pas de variables.'],
    ['REQUIRED', {}, 'Ce champ est obligatoire.'],
    ['TOO_LONG', {}, 'Ce texte est trop long.'],
  ])('says in French what is wrong with a text: %s', async (code, params, detail) => {
    refuseWith('saveTemplate', 'text.body', code, params);
    const answer = await save({ channel: 'MAIL', text: TEXT, version: 0 }).expect(400);
    expect(bodyOf(answer)).toMatchObject({
      code: 'INVALID_TEMPLATE',
      detail: 'Le modèle contient des erreurs : vérifiez les champs signalés.',
      fields: [{ field: 'text.body', code, detail }],
    });
  });

  it('tells an administrator that another was quicker', async () => {
    house.state.failures.set('saveTemplate', new AppError('VERSION_CONFLICT', 'conflict'));
    const answer = await save({ channel: 'MAIL', text: TEXT, version: 0 }).expect(409);
    expect(bodyOf(answer).detail).toBe(
      'Ces informations viennent d’être modifiées par quelqu’un d’autre. Rechargez-les et recommencez.',
    );
  });

  it('goes back to the shipped text', async () => {
    const reset = request(house.url).delete(`${ADDRESS}?channel=SMS&version=3`).set(as(ADMINISTRATOR));
    expect((await reset.expect(200)).body).toMatchObject({ row: { channel: 'SMS', version: 4 } });
    expect(house.state.lastCall('resetTemplate')).toMatchObject({ channel: Channel.SMS, version: 3 });
  });

  it('shows a preview of what is saved, or typed so far, with examples or a ticket', async () => {
    const saved = await post(`${ADDRESS}/preview`, { channel: 'MAIL' }).expect(200);
    expect(saved.body).toEqual({
      subject: '1042 – Demande d’intervention',
      html: '<p>Bonjour</p>',
      text: '',
    });
    const typed = { channel: 'MAIL', text: TEXT, ticketId: 'ticket-a' };
    expect((await post(`${ADDRESS}/preview`, typed).expect(200)).body).toMatchObject({
      subject: '1042 – Demande',
    });
    expect(house.state.lastCall('previewTemplate')).toMatchObject({ text: TEXT, ticketId: 'ticket-a' });
  });

  it('fills no template with a ticket that its reader may not see', async () => {
    const body = { channel: 'MAIL', ticketId: 'ticket-a' };
    await post(`${ADDRESS}/preview`, body, GERANCE_ONLY).expect(403);
    await post(`${ADDRESS}/preview`, { channel: 'MAIL' }, GERANCE_ONLY).expect(200);
  });

  it('sends a test to who asks for it', async () => {
    const test = (body: object) =>
      post(`${ADDRESS}/test`, body, ADMINISTRATOR).set('Idempotency-Key', 'test-1');
    const sent = await test({ channel: 'SMS', mobile: '06 39 98 00 01' }).expect(200);
    expect(sent.body).toEqual({ recipient: '06 39 98 00 01' });
    const first = house.state.lastCall<SendTestMessageRequest>('sendTestMessage');
    await test({ channel: 'SMS', mobile: '06 39 98 00 01' }).expect(200);
    expect(house.state.lastCall('sendTestMessage')).toEqual(first);
    await test({ channel: 'MAIL' }).expect(200);
    const other = house.state.lastCall<SendTestMessageRequest>('sendTestMessage');
    expect(other).toMatchObject({ commandId: first.commandId });
    expect(other.fingerprint).not.toBe(first.fingerprint);
    const keyless = await post(`${ADDRESS}/test`, { channel: 'MAIL' }, ADMINISTRATOR).expect(400);
    expect(bodyOf(keyless).code).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const noMobile = new AppError('INVALID_MOBILE', 'invalid', {}, [{ field: 'mobile', code: 'INVALID' }]);
    house.state.failures.set('sendTestMessage', noMobile);
    expect(bodyOf(await test({ channel: 'SMS', mobile: '01' }).expect(400))).toMatchObject({
      detail: 'Un numéro de mobile n’est pas valide.',
      fields: [{ field: 'mobile', detail: 'Cette valeur n’est pas valide.' }],
    });
    house.state.failures.set('sendTestMessage', new AppError('TEST_NOT_SENT', 'unavailable'));
    expect(bodyOf(await test({ channel: 'MAIL' }).expect(503)).code).toBe('TEST_NOT_SENT');
  });

  it('simulates a draft as it would be opened, and one that validates a "?"', async () => {
    const draft = { module: 'SYNDIC', place: { unitId: 'unit-a' }, subject: 'Fuite' };
    const answer = await post('/api/tickets/simulation', draft, CLAIRE).expect(200);
    expect(answer.body).toMatchObject({
      messages: [{ channel: 'SMS', delivery: 'QUEUED', sms: 1, encoding: 'GSM7', reminder: true }],
      mails: 0,
      sms: 1,
    });
    expect(house.state.lastCall('simulateTicket')).toMatchObject({
      subject: {
        case: 'draft',
        value: { subject: 'Fuite', place: { unitId: 'unit-a' }, creator: { id: `user-${CLAIRE}` } },
      },
      preTicket: false,
    });
    await post('/api/tickets/simulation', { ...draft, preTicket: true }, CLAIRE).expect(200);
    expect(house.state.lastCall('simulateTicket')).toMatchObject({ preTicket: true });
    await post('/api/tickets/simulation', draft, VIEWER).expect(403);
  });

  it('names the faults of a simulated draft in terms of the request', async () => {
    const faults = [{ field: 'draft.contractors.0.reach.mails', code: 'REQUIRED' }];
    house.state.failures.set('simulateTicket', new AppError('INVALID_TICKET', 'invalid', {}, faults));
    const draft = { module: 'SYNDIC', place: { unitId: 'unit-a' } };
    const answer = await post('/api/tickets/simulation', draft, CLAIRE).expect(400);
    expect(bodyOf(answer).fields).toMatchObject([{ field: 'contractors.0.mails', code: 'REQUIRED' }]);
  });

  it('simulates what the timers of a ticket will still send', async () => {
    await get('/api/tickets/ticket-a/simulation').expect(200);
    expect(house.state.lastCall('simulateTicket')).toMatchObject({
      subject: { case: 'ticketId', value: 'ticket-a' },
    });
    await get('/api/tickets/ticket-a/simulation', GERANCE_ONLY).expect(403);
    await get('/api/tickets/nowhere/simulation').expect(404);
  });
});
