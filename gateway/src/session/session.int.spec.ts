import { AppError } from '@intervia/messaging';
import type { RunningServer } from '@intervia/testing';
import { startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { PASSWORD } from '../testing/fake-state.js';
import { bodyOf } from '../testing/body-of.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, openHouse, STRANGER } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('sign-in', () => {
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

  const mail = `${CLAIRE}@tilleuls.example`;
  const signIn = (body: object) => request(house.url).post('/api/session').send(body);

  it('gives a cookie that scripts cannot read, the rights and a CSRF token', async () => {
    const answer = await signIn({ mail: ` ${mail} `, password: PASSWORD }).expect(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^intervia_session=claire; Max-Age=3\d{3}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.body).toMatchObject({
      user: {
        name: 'Claire Moreau',
        role: 'MANAGER',
        rights: { syndic: { edit: true }, gerance: { view: true } },
      },
      agency: { id: 'a', name: 'Les Tilleuls' },
      csrfToken: as(CLAIRE)['x-intervia-csrf'],
    });
    const again = await request(house.url).get('/api/session').set(as(CLAIRE)).expect(200);
    expect(again.body).toEqual(answer.body);
  });

  it('marks the cookie as secure behind an https address', async () => {
    const secure = await openHouse(nats.url, { PUBLIC_URL: 'https://tilleuls.example' });
    try {
      const answer = await request(secure.url)
        .post('/api/session')
        .send({ mail, password: PASSWORD })
        .expect(200);
      expect(answer.headers['set-cookie']?.[0]).toContain('; Secure');
      expect(answer.headers['strict-transport-security']).toBeDefined();
    } finally {
      await secure.close();
    }
  });

  it.each([
    ['a wrong password', { mail, password: 'x' }, 401, 'INVALID_CREDENTIALS'],
    ['no password', { mail }, 400, 'INVALID_REQUEST'],
    ['an unknown field', { mail, password: 'x', admin: true }, 400, 'INVALID_REQUEST'],
    ['another type', { mail: { $ne: null }, password: 'x' }, 400, 'INVALID_REQUEST'],
  ])('refuses %s with a problem', async (_, body, status, code) => {
    const answer = await signIn(body)
      .expect(status)
      .expect('content-type', /application\/problem\+json/);
    expect(answer.body).toMatchObject({ status, code, type: `urn:intervia:problem:${code}` });
    expect(bodyOf(answer).detail).toMatch(/[a-zé]{3}/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('passes the brake of the directory on as 429', async () => {
    house.state.failures.set('signIn', new AppError('TOO_MANY_ATTEMPTS', 'forbidden'));
    await signIn({ mail, password: PASSWORD }).expect(429);
  });

  it('refuses the form of another site', async () => {
    const answer = await request(house.url)
      .post('/api/session')
      .type('form')
      .send({ mail, password: PASSWORD });
    expect(answer.status).toBe(415);
  });

  it('refuses a body that is no JSON, without a word of the parser', async () => {
    const answer = await request(house.url).post('/api/session').type('json').send('{"mail":').expect(400);
    expect(answer.body).toMatchObject({
      code: 'MALFORMED_JSON',
      detail: 'Le contenu envoyé n’est pas un JSON valide.',
    });
  });

  it('asks for a session on every other route, and says when it has expired', async () => {
    expect(bodyOf(await request(house.url).get('/api/session').expect(401)).code).toBe('SIGN_IN_REQUIRED');
    const expired = await request(house.url).get('/api/tickets').set(as('nobody')).expect(401);
    expect(bodyOf(expired).code).toBe('SESSION_EXPIRED');
  });

  it('looks a session up once for many requests, and forgets it at sign-out', async () => {
    const lookups = () => house.state.calls.filter(({ method }) => method === 'getSession').length;
    const before = lookups();
    await Promise.all(
      Array.from({ length: 5 }, () => request(house.url).get('/api/session').set(as(STRANGER)).expect(200)),
    );
    expect(lookups() - before).toBe(1);
    await request(house.url).delete('/api/session').set(as(STRANGER)).expect(204);
    await request(house.url).get('/api/session').set(as(STRANGER)).expect(401);
  });

  it('refuses a change without the CSRF token, or with that of another session', async () => {
    const { cookie } = as(CLAIRE);
    const bare = await request(house.url).delete('/api/session').set({ cookie }).expect(403);
    expect(bodyOf(bare).code).toBe('CSRF_TOKEN_INVALID');
    const foreign = { cookie, 'x-intervia-csrf': as(STRANGER)['x-intervia-csrf'] };
    await request(house.url).delete('/api/session').set(foreign).expect(403);
  });

  it('brakes an address that tries and tries', async () => {
    const answers = await Promise.all(Array.from({ length: 35 }, () => signIn({ mail, password: 'x' })));
    const braked = answers.filter(({ status }) => status === 429);
    expect(braked.length).toBeGreaterThan(0);
    expect(braked[0]?.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    expect(braked[0]?.headers['retry-after']).toBeDefined();
  });
});
