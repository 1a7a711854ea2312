import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import { KEY } from '../testing/fakes/fake-api-keys.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, openHouse } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('a program with its key', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  const key = (headers: Record<string, string>) => request(house.url).get('/lsc/v1/key').set(headers);

  it('is told whose it is', async () => {
    const answer = await key({ authorization: `Bearer ${KEY}` }).expect(200);
    expect(answer.body).toMatchObject({
      agencyId: 'a',
      scopes: ['BASE_WRITE', 'CHANGES_READ', 'TICKETS_READ', 'TICKETS_OPEN'],
    });
  });

  it.each([
    ['API_KEY_REQUIRED', {}],
    ['API_KEY_REQUIRED', { authorization: 'Basic abc' }],
    ['API_KEY_REQUIRED', { authorization: `Bearer ${'a'.repeat(5_000)}` }],
    ['API_KEY_INVALID', { authorization: 'Bearer itv_made-up' }],
    ['API_KEY_REQUIRED', as(CLAIRE)],
  ])('is told in French that it is none: %s', async (code, headers) => {
    const answer = await key(headers)
      .expect(401)
      .expect('content-type', /problem\+json/);
    expect(bodyOf(answer)).toMatchObject({ code, detail: expect.stringContaining('clé d’API') });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('renews it, and nobody keeps the answer', async () => {
    const answer = await request(house.url)
      .post('/lsc/v1/key/rotation')
      .set({ authorization: `Bearer ${KEY}` })
      .expect(200);
    expect(answer.body).toMatchObject({ shownOnce: expect.stringMatching(/^itv_/) });
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
