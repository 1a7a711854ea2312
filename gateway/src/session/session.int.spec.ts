import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Device } from '@intervia/contracts';
import { Role } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { ALL, PASSWORD } from '../testing/fakes/fake-state.js';
import { bodyOf } from '../testing/body-of.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, openHouse, STRANGER } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('sign-in', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(async () => {
    await house.close();
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
    const secure = await openHouse({ PUBLIC_URL: 'https://tilleuls.example' }, house);
    try {
      const answer = await request(secure.url)
        .post('/api/session')
        .send({ mail, password: PASSWORD })
        .expect(200);
      const cookies = answer.headers['set-cookie'] as unknown as string[];
      for (const cookie of cookies)
        expect(cookie).toMatch(/^__Host-intervia_\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      // A page without TLS, or a sibling domain, may have set a cookie of the plain name: it opens nothing.
      await request(secure.url).get('/api/session').set(as(CLAIRE)).expect(401);
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

  it('tells the directory which browser comes from where, and keeps the browser’s own cookie', async () => {
    const other = await openHouse({ TRUST_PROXY: '127.0.0.1' }, house);
    try {
      const from = { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Test/1' };
      const sent = () => {
        // The services of both houses hear the same subjects.
        const calls = [house, other].flatMap(({ state }) =>
          state.calls.filter(({ method }) => method === 'signIn'),
        );
        const requests = calls.map(({ request: asked }) => asked as { device: Device });
        return requests.map(({ device }) => device).filter(({ userAgent }) => userAgent === 'Test/1');
      };
      const answer = await request(other.url)
        .post('/api/session')
        .set(from)
        .send({ mail, password: PASSWORD });
      expect(sent()).toMatchObject([{ address: '203.0.113.7' }]);
      const [{ id } = { id: '' }] = sent();
      expect(Buffer.from(id, 'base64url')).toHaveLength(32);
      expect(answer.headers['set-cookie']?.[1]).toMatch(
        /^intervia_device=[\w-]{43}; Max-Age=31536000; .*HttpOnly/,
      );
      const signInWith = (cookie: string) =>
        request(other.url)
          .post('/api/session')
          .set({ ...from, cookie })
          .send({ mail, password: PASSWORD });
      await signInWith(`intervia_device=${id}`).expect(200);
      expect(sent().filter((device) => device.id === id)).toHaveLength(2);
      await signInWith('intervia_device=made-up').expect(200);
      expect(sent()).toHaveLength(3);
      expect(sent().map((device) => device.id)).not.toContain('made-up');
    } finally {
      await other.close();
    }
  });

  it('believes no forwarded address of who is no proxy of ours', async () => {
    await request(house.url)
      .post('/api/session')
      .set('x-forwarded-for', '203.0.113.7')
      .send({ mail, password: PASSWORD });
    expect(house.state.lastCall<{ device: { address: string } }>('signIn').device.address).toMatch(
      /^(::ffff:)?127\.0\.0\.1$/,
    );
  });

  it('gives no cookie for a password alone where a second step is wanted', async () => {
    house.state.secondSteps.set(CLAIRE, 'the-step');
    const first = await signIn({ mail, password: PASSWORD }).expect(200);
    expect(first.body).toEqual({ secondStep: { step: 'the-step', totp: true, passkeyOptions: '' } });
    expect(first.headers['set-cookie']).toBeUndefined();
    const finish = (code: string) =>
      request(house.url).post('/api/session/second-step').send({ step: 'the-step', code });
    expect(bodyOf(await finish('000000').expect(403)).code).toBe('SECOND_FACTOR_REFUSED');
    const second = await finish('123456').expect(200);
    expect(second.headers['set-cookie']?.[0]).toMatch(/^intervia_session=claire;/);
    house.state.secondSteps.clear();
  });

  it('opens by a link of LSC, and says in French that one is spent', async () => {
    const open = (link: string) => request(house.url).post('/api/session/link').send({ link });
    const answer = await open(CLAIRE).set('cookie', 'intervia_session=before').expect(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^intervia_session=claire;.*HttpOnly/);
    expect(answer.body).toMatchObject({ user: { name: 'Claire Moreau' } });
    expect(house.state.lastCall('signInByLink')).toMatchObject({ link: CLAIRE, token: 'before' });
    const refused = await open('spent').expect(409);
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect(bodyOf(refused)).toMatchObject({
      code: 'SIGN_IN_LINK_SPENT',
      detail: expect.stringContaining('déjà servi'),
    });
  });

  it('opens the own account alone to who has to set up a second factor', async () => {
    const { state } = house;
    state.aSession('without', 'a', { role: Role.ADMINISTRATOR, syndic: ALL });
    const session = state.session('without');
    state.sessions.set('without', { ...session, secondFactorMissing: true });
    const get = (address: string) => request(house.url).get(address).set(as('without'));
    for (const address of ['/api/tickets', '/api/users', '/api/events', '/api/security'])
      expect(bodyOf(await get(address).expect(403)).code).toBe('SECOND_FACTOR_REQUIRED');
    await get('/api/account').expect(200);
    expect(bodyOf(await get('/api/session').expect(200))).toMatchObject({ secondFactorMissing: true });
  });

  it('asks for a proof again before what cannot be taken back, and takes one given meanwhile', async () => {
    const { state } = house;
    state.aSession('old', 'a', { role: Role.ADMINISTRATOR, syndic: ALL, gerance: ALL });
    const confirmed = state.session('old');
    state.aTicket({ id: 'ticket-old', agencyId: 'a' });
    const drop = () =>
      request(house.url).delete('/api/tickets/ticket-old').set(as('old')).set('idempotency-key', 'k');
    state.sessions.set('old', { ...confirmed, confirmedUntil: timestampFromDate(new Date(0)) });
    for (const call of [
      drop(),
      request(house.url).put('/api/channels').set(as('old')).send({ creditsThreshold: 0, version: 0 }),
      request(house.url).post('/api/tickets/ticket-old/reopening').set(as('old')).set('idempotency-key', 'k'),
    ])
      expect(bodyOf(await call.expect(403)).code).toBe('CONFIRMATION_REQUIRED');
    state.sessions.set('old', confirmed);
    await drop().expect(204);
    await eventually(() => {
      const call = state.calls.find(({ method }) => method === 'recordSecurityEvent');
      return (
        (call?.request as { about: string } | undefined)?.about === 'DELETE /api/tickets/:id ticket-old' ||
        undefined
      );
    });
  });

  it('writes the log of security as a spreadsheet in which nothing runs', async () => {
    house.state.aSession('administrator', 'a', { role: Role.ADMINISTRATOR });
    const csv = await request(house.url).get('/api/security/events.csv').set(as('administrator')).expect(200);
    expect(csv.text.split('\r\n')).toHaveLength(4);
    expect(csv.text).toContain('"Date";"Heure";"Événement"');
    expect(csv.text).toContain(`"'=1+1"`);
  });

  it('brakes an address that floods, not a morning of an agency behind one', async () => {
    const tries = (count: number) =>
      Promise.all(Array.from({ length: count }, () => signIn({ mail, password: 'x' })));
    expect((await tries(60)).filter(({ status }) => status === 429)).toEqual([]);
    const braked = (await tries(300)).filter(({ status }) => status === 429);
    expect(braked.length).toBeGreaterThan(0);
    expect(braked[0]?.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    expect(braked[0]?.headers['retry-after']).toBeDefined();
  });
});
