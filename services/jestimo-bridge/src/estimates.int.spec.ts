import { EstimateKind, JestimoPrivacyService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { databaseOf } from '@intervia/mongo';
import { STRUCK_OUT } from '@intervia/rules';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { caller, context, House } from './testing/house.js';
import { PERSONAL } from './testing/fake-directory.js';

describe('estimates of a unit', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
    house.directory.let('flat', house.day(-300), 70_000);
  }, 60_000);
  afterAll(() => house.close());

  const estimate = (kind = EstimateKind.RENT, unitId = 'flat', commandId?: string) =>
    house.jestimo.estimateUnit({ context: context(commandId), unitId, kind });
  const bodies = () =>
    house.partner.bodies('estimations').map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as object);

  it('want an account of the user', async () => {
    await expect(estimate()).rejects.toMatchObject({ code: 'JESTIMO_ACCOUNT_MISSING' });
  });

  it('go under an account whose password is sealed and never answered', async () => {
    await expect(house.saveAccount('tilleuls', '')).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      fields: [{ field: 'password', code: 'REQUIRED' }],
    });
    await house.saveAccount('tilleuls', 'a-wrong-password');
    await expect(estimate()).rejects.toMatchObject({ code: 'JESTIMO_ACCOUNT_REFUSED' });
    await house.saveAccount();
    const { account } = await house.jestimo.getJestimoAccount({ caller: caller() });
    expect(account).toMatchObject({ userId: 'claire', login: 'tilleuls' });
    const dbName = databaseOf(house.servers.mongo.uri, house.env.MONGODB_DB);
    const client = await mongoose.createConnection(house.servers.mongo.uri, { dbName }).asPromise();
    const [stored] = await client.collection('accounts').find().toArray();
    await client.close();
    expect(JSON.stringify(stored)).not.toContain('demo-jestimo');
    expect(stored?.['sealedPassword']).toMatch(/^k1:/);
  });

  it('send what the unit and its building say, and come with a page to open', async () => {
    const { estimate: made } = await estimate();
    expect(made).toMatchObject({ unitId: 'flat', valueCents: 72_500, lowCents: 66_700, confidence: 'Bonne' });
    expect(made?.redirectUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/dossiers\//);
    expect(bodies().at(-1)).toEqual({
      requestId: expect.any(String),
      kind: 'RENT',
      property: {
        type: 'FLAT',
        address: {
          ...{ line: PERSONAL.street, postalCode: '69003', city: 'Lyon', inseeCode: '69383' },
          ...{ lat: expect.any(Number), lng: expect.any(Number) },
        },
        ...{ surface: 50, rooms: 2, bedrooms: 1, floor: 3, floorsTotal: 5, lift: true, furnished: false },
        ...{ buildYear: 1974, dpe: 'C', ges: 'B', annexes: ['CELLAR'] },
      },
      current: { rent: 700, charges: 60 },
    });
    const { estimates } = await house.jestimo.listEstimates({ caller: caller(), unitId: 'flat' });
    expect(estimates.map(({ madeBy }) => madeBy)).toEqual(['Claire Moreau']);
    const others = await house.jestimo.listEstimates({ caller: caller('other'), unitId: 'flat' });
    expect(others.estimates).toEqual([]);
  });

  it('are asked once for one command', async () => {
    const before = bodies().length;
    const [first, second] = await Promise.all([
      estimate(EstimateKind.SALE, 'flat', 'again'),
      estimate(EstimateKind.SALE, 'flat', 'again'),
    ]);
    expect((await estimate(EstimateKind.SALE, 'flat', 'again')).estimate).toEqual(first.estimate);
    expect(second.estimate).toEqual(first.estimate);
    expect(bodies().length).toBe(before + 1);
  });

  it('are tried once more, and then the failure is told', async () => {
    house.partner.failNext('out-of-order');
    expect((await estimate()).estimate?.valueCents).toBe(72_500);
    house.partner.failNext('out-of-order', 2);
    await expect(estimate()).rejects.toMatchObject({ code: 'JESTIMO_UNAVAILABLE' });
    house.partner.failNext('refused');
    await expect(estimate()).rejects.toMatchObject({ code: 'JESTIMO_REFUSED' });
  });

  it('need a dwelling whose surface is known', async () => {
    house.directory.let('bare', house.day(-300), 70_000);
    house.directory.units.get('bare')!.habitableDm2 = 0;
    await expect(estimate(EstimateKind.RENT, 'bare')).rejects.toMatchObject({
      code: 'JESTIMO_SURFACE_MISSING',
    });
    house.directory.units.get('bare')!.kind = 3;
    await expect(estimate(EstimateKind.RENT, 'bare')).rejects.toMatchObject({ code: 'JESTIMO_NO_DWELLING' });
    await expect(estimate(EstimateKind.RENT, 'nothing')).rejects.toMatchObject({ code: 'UNIT_NOT_FOUND' });
  });

  it('bear no name of a user who is erased, and nobody signs in with that login any more', async () => {
    const erase = (agencyId?: string) =>
      house.apps[0]!.get(BusClient)
        .service(JestimoPrivacyService)
        .eraseUserFromJestimo({
          caller: caller(agencyId),
          userId: 'claire',
        });
    expect(await erase('other')).toMatchObject({ account: false, estimates: 0 });
    const { estimates: before } = await house.jestimo.listEstimates({ caller: caller(), unitId: 'flat' });
    expect(await erase()).toMatchObject({ account: true, estimates: before.length });
    const { estimates } = await house.jestimo.listEstimates({ caller: caller(), unitId: 'flat' });
    expect(estimates.map(({ madeBy }) => madeBy)).toEqual(before.map(() => STRUCK_OUT));
    expect((await house.jestimo.getJestimoAccount({ caller: caller() })).account).toBeUndefined();
  });
});
