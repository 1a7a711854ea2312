import { CafMessage } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import type { House } from '../testing/house.js';
import { CLAIRE, as, openHouse } from '../testing/house.js';

describe('the CAF', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  const upload = (name: string, bytes: Buffer) =>
    request(house.url)
      .post('/api/caf/statements')
      .set(as(CLAIRE))
      .set('Idempotency-Key', randomUUID())
      .attach('file', bytes, name);

  it('takes in a statement in ISO-8859-1, which is no UTF-8', async () => {
    const answer = await upload('bordereau.txt', Buffer.from('0302900075 LEFÈVRE', 'latin1')).expect(200);
    expect(answer.body).toMatchObject({ state: 'OPEN' });
  });

  it('says in French where a refused one is wrong', async () => {
    const answer = await upload('faux.txt', Buffer.from('0302900075')).expect(400);
    expect(bodyOf(answer)).toMatchObject({
      code: 'CAF_STATEMENT_WRONG_TOTAL',
      detail: expect.stringMatching(
        /^Ligne 7, champ « montant » : le total annoncé \(0,01\s€\) diffère de la somme des lignes/,
      ) as unknown as string,
    });
  });

  it('asks for a file by its message', async () => {
    await request(house.url)
      .post('/api/caf/runs')
      .set(as(CLAIRE))
      .set('Idempotency-Key', randomUUID())
      .send({ entityId: 'entity', message: 'CAF32', organisme: '075' })
      .expect(200);
    expect(house.state.lastCall('startRun')).toMatchObject({
      scope: { message: CafMessage.CAF32 },
      dry: false,
    });
    await eventually(() => {
      const logged = house.state.lastCall<{ about: string } | undefined>('recordSecurityEvent');
      return logged?.about === 'POST /api/caf/runs' || undefined;
    });
  });
});
