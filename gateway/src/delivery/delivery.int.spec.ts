import { Module, ReviewState, Role } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Readable } from 'node:stream';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import { LETTER, REVIEW } from '../testing/fakes/fake-delivery.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, GERANCE_ONLY, openHouse, STRANGER, VIEWER } from '../testing/house.js';
import { PDF } from '../testing/samples.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

const ADMINISTRATOR = 'administrator';

describe('delivery', () => {
  let house: House;
  let documentId: string;

  beforeAll(async () => {
    house = await openHouse();
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'devis.pdf', Readable.from([PDF]));
    documentId = ref.id;
    house.state.aSession(ADMINISTRATOR, 'a', { role: Role.ADMINISTRATOR });
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', module: Module.SYNDIC, documents: [{ ref }] });
  });

  afterAll(async () => {
    await house.close();
  });

  const get = (path: string, token = CLAIRE) => request(house.url).get(path).set(as(token));
  const post = (path: string, body: object = {}, token = CLAIRE) =>
    request(house.url).post(path).set(as(token)).send(body);
  const put = (path: string, body: object, token = CLAIRE) =>
    request(house.url).put(path).set(as(token)).send(body);

  describe('accounts of the agency', () => {
    const mail = { host: 'smtp.tilleuls.example', port: 587, secure: false, from: 'agence@tilleuls.example' };

    it('are shown without their secrets, even when a service forgets itself', async () => {
      const answer = await get('/api/channels', ADMINISTRATOR).expect(200);
      expect(answer.body).toMatchObject({
        mail: { host: 'smtp.tilleuls.example', hasPassword: true },
        dkim: { hasPrivateKey: true },
        sms: { hasSecrets: true },
        creditsThreshold: 100,
        version: 4,
      });
      expect(answer.text).not.toContain('secret-');
    });

    it('are changed whole; a secret that is not typed stays', async () => {
      const typed = { mail, creditsThreshold: 50, version: 4 };
      const answer = await put('/api/channels', typed, ADMINISTRATOR).expect(200);
      expect(answer.text).not.toContain('secret-');
      const { settings } = house.state.lastCall<{ settings: { mail: object } }>('saveChannels');
      expect(settings).toMatchObject(typed);
      expect(settings).not.toHaveProperty('sms');
      expect(settings.mail).not.toHaveProperty('password');
    });

    it('are refused by field', async () => {
      const typed = { mail: { ...mail, port: 0 }, creditsThreshold: 50, version: 4 };
      const shape = await put('/api/channels', typed, ADMINISTRATOR).expect(400);
      expect(bodyOf(shape).fields).toMatchObject([{ field: 'mail.port', code: 'INVALID_NUMBER' }]);
      const faults = [{ field: 'mail.host', code: 'INVALID' }];
      house.state.failures.set('saveChannels', new AppError('INVALID_CHANNELS', 'invalid', {}, faults));
      const rule = await put('/api/channels', { ...typed, mail }, ADMINISTRATOR).expect(400);
      expect(bodyOf(rule)).toMatchObject({
        detail: 'Les paramètres d’envoi contiennent des erreurs : vérifiez les champs signalés.',
        fields: [{ field: 'mail.host', detail: 'Cette valeur n’est pas valide.' }],
      });
    });
  });

  describe('answers to be sorted', () => {
    it('are listed, the open ones unless asked otherwise', async () => {
      const answer = await get('/api/reviews').expect(200);
      expect(answer.body).toMatchObject({
        reviews: [{ id: REVIEW, channel: 'MAIL', sender: 'inconnu@courriel.example', state: 'OPEN' }],
      });
      await get('/api/reviews?state=DISMISSED&limit=10').expect(200);
      expect(house.state.lastCall('listReviews')).toMatchObject({ state: ReviewState.DISMISSED, limit: 10 });
    });

    it('give their attachments to who sorts them, and to nobody else', async () => {
      const address = `/api/reviews/${REVIEW}/documents/${documentId}`;
      const answer = await get(address).expect(200);
      expect(answer.headers['content-disposition']).toContain('devis.pdf');
      await get(address, VIEWER).expect(403);
      await get(address, STRANGER).expect(404);
    });

    it('are filed into an exchange of a ticket', async () => {
      const place = { ticketId: 'ticket-a', missionId: 'mission-a' };
      const answer = await post(`/api/reviews/${REVIEW}/assignment`, place).expect(200);
      expect(answer.body).toMatchObject({ state: 'ASSIGNED', ticketId: 'ticket-a' });
      expect(house.state.lastCall('assignReview')).toMatchObject({
        caller: { agencyId: 'a', actor: { id: `user-${CLAIRE}` } },
        reviewId: REVIEW,
        ...place,
        correspondentId: '',
      });
    });

    it.each([
      ['none', {}],
      ['two', { missionId: 'mission-a', correspondentId: 'correspondent-a' }],
    ])('want one exchange, not %s', async (_count, exchange) => {
      const answer = await post(`/api/reviews/${REVIEW}/assignment`, { ticketId: 'ticket-a', ...exchange });
      expect(bodyOf(answer).fields).toMatchObject([{ field: 'missionId', code: 'EXACTLY_ONE_EXCHANGE' }]);
    });

    it('go into no ticket that the user may not edit', async () => {
      const place = { ticketId: 'ticket-a', correspondentId: 'correspondent-a' };
      await post(`/api/reviews/${REVIEW}/assignment`, place, GERANCE_ONLY).expect(403);
      await post(`/api/reviews/${REVIEW}/assignment`, place, VIEWER).expect(403);
    });

    it('are put away once', async () => {
      const answer = await post(`/api/reviews/${REVIEW}/dismissal`).expect(200);
      expect(answer.body).toMatchObject({ state: 'DISMISSED' });
      house.state.failures.set('dismissReview', new AppError('REVIEW_ALREADY_SETTLED', 'conflict'));
      const again = await post(`/api/reviews/${REVIEW}/dismissal`).expect(409);
      expect(bodyOf(again).detail).toBe('Cette réponse a déjà été traitée.');
    });
  });

  it('lets every user choose how to be told of alerts', async () => {
    expect((await get('/api/session/digest', VIEWER).expect(200)).body).toEqual({ digest: false, hour: 8 });
    const chosen = { digest: true, hour: 18 };
    expect((await put('/api/session/digest', chosen, VIEWER).expect(200)).body).toEqual(chosen);
    expect(house.state.lastCall('saveAlertPreference')).toMatchObject({
      caller: { actor: { id: `user-${VIEWER}` } },
      preference: chosen,
    });
    const fault = await put('/api/session/digest', { digest: true, hour: 24 }, VIEWER).expect(400);
    expect(bodyOf(fault).fields).toMatchObject([{ field: 'hour', code: 'INVALID_NUMBER' }]);
  });

  it('shows administrators what a service gave up on, and delivers it again', async () => {
    const answer = await get('/api/dead-letters', ADMINISTRATOR).expect(200);
    expect(answer.body).toMatchObject({ letters: [{ sequence: '7', service: 'reporting' }] });
    await post(`/api/dead-letters/${LETTER}/replay`, {}, ADMINISTRATOR).expect(204);
    for (const sequence of ['8', 'seven', '99999999999999999999'])
      await post(`/api/dead-letters/${sequence}/replay`, {}, ADMINISTRATOR).expect(404);
  });
});
