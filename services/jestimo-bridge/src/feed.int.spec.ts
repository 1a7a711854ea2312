import { FeedState, SendingState } from '@intervia/contracts';
import { databaseOf } from '@intervia/mongo';
import { eventually } from '@intervia/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import mongoose from 'mongoose';
import { PERSONAL } from './testing/fake-directory.js';
import { AGENCY, caller, context, ENTITY, House, SOON } from './testing/house.js';

/** Two years and a half ago, in days. */
const OLD = -912;

describe('what an entity gives to Jestimo', () => {
  let house: House;

  beforeEach(async () => {
    house = await House.open();
    house.directory.let('flat-1', house.day(-300), 70_000);
    house.directory.let('flat-2', house.day(-30), 80_000);
    house.directory.let('flat-old', house.day(OLD), 50_000);
    house.directory.let('flat-today', house.day(0), 90_000);
    house.directory.sell('flat-sold', house.day(-60), 21_000_000);
    house.directory.sell('flat-sold-long-ago', house.day(OLD), 11_000_000);
  }, 60_000);
  afterEach(() => house.close());

  const database = async <T>(work: (client: Connection) => Promise<T>): Promise<T> => {
    const dbName = databaseOf(house.servers.mongo.uri, house.env.MONGODB_DB);
    const client = await mongoose.createConnection(house.servers.mongo.uri, { dbName }).asPromise();
    try {
      return await work(client);
    } finally {
      await client.close();
    }
  };

  it('is nothing before it is chosen and begun, and nothing without an account', async () => {
    await house.saveAccount();
    await house.nextDay();
    expect((await house.feed()).state).toBe(FeedState.OFF);
    await expect(
      house.jestimo.initialiseFeed({ context: context(), entityId: ENTITY }),
    ).rejects.toMatchObject({ code: 'JESTIMO_FEED_OFF' });
    await house.jestimo.setFeed({ context: context(), entityId: ENTITY, enabled: true });
    await house.nextDay();
    expect((await house.feed()).state).toBe(FeedState.READY);
    await house.jestimo.deleteJestimoAccount({ context: context(), userId: 'claire' });
    await expect(
      house.jestimo.initialiseFeed({ context: context(), entityId: ENTITY }),
    ).rejects.toMatchObject({ code: 'JESTIMO_ACCOUNT_MISSING' });
    expect(house.partner.bodies('feeds')).toEqual([]);
  });

  it('is, once begun, what counts as of yesterday, and the bytes that left name nobody', async () => {
    await house.saveAccount();
    await house.initialise();
    const feed = await house.sent();
    expect(feed).toMatchObject({ knownRecords: 3, lastRecords: 3, failureCode: '' });
    expect(feed.lastSentAt).toBeDefined();
    const common = {
      op: 'CREATE',
      inseeCode: '69383',
      type: 'FLAT',
      surface: 50,
      rooms: 2,
      floor: 3,
      dpe: 'C',
    };
    expect(house.records()).toEqual([
      expect.objectContaining({
        ...{ ...common, kind: 'RENT', rent: 700, charges: 60, buildYear: 1974, furnished: false },
        firstRentMonth: house.day(-300).slice(0, 7),
      }),
      expect.objectContaining({ ...common, rent: 800, firstRentMonth: house.day(-30).slice(0, 7) }),
      expect.objectContaining({
        ...{ ...common, kind: 'SALE', price: 210_000, signatureMonth: house.day(-60).slice(0, 7) },
      }),
    ]);
    const bytes = Buffer.concat(house.partner.bodies('feeds').map((body) => body.bytes)).toString('utf8');
    const hidden = [
      ...Object.values(PERSONAL),
      'Secret',
      'flat-1',
      'lease-',
      'building',
      '69003',
      'Lyon',
      AGENCY,
    ];
    expect(hidden.filter((word) => bytes.includes(word))).toEqual([]);
    const names = new Set(house.records().flatMap((record) => Object.keys(record)));
    expect([...names].toSorted()).toEqual(
      [
        ...[
          'recordId',
          'op',
          'kind',
          'inseeCode',
          'lat',
          'lng',
          'type',
          'surface',
          'rooms',
          'floor',
          'buildYear',
        ],
        ...['dpe', 'furnished', 'rent', 'charges', 'firstRentMonth', 'price', 'signatureMonth'],
      ].toSorted(),
    );
    for (const { recordId, lat, lng } of house.records()) {
      expect(recordId).toMatch(/^[\da-f]{64}$/);
      // About a hundred metres: three decimals.
      expect([lat, lng].map((degrees) => Math.round(Number(degrees) * 1_000) / 1_000)).toEqual([lat, lng]);
    }
  });

  it('is, day by day, what is new and the rents that changed of what was given', async () => {
    await house.saveAccount();
    await house.initialise();
    await house.sent();
    house.directory.revise('flat-1', 71_500, house.day(0));
    house.directory.revise('flat-old', 52_000, house.day(0));
    house.directory.revise('flat-2', 82_000, house.day(3));
    await house.nextDay();
    expect(await house.sent()).toMatchObject({ lastRecords: 2, knownRecords: 4 });
    const second = house.records().filter(({ rent }) => rent === 715 || rent === 900);
    expect(second).toEqual([
      expect.objectContaining({ op: 'UPDATE', rent: 715 }),
      expect.objectContaining({ op: 'CREATE', rent: 900 }),
    ]);
    expect(house.records()[0]?.['recordId']).toBe(second[0]?.['recordId']);
    // The revision that takes effect later is given when it does; a day without news sends nothing.
    const before = house.partner.bodies('feeds').length;
    await house.nextDay();
    await house.sent();
    expect(house.partner.bodies('feeds').length).toBe(before);
    await house.nextDay();
    await house.nextDay();
    await house.sent();
    expect(house.records().map(({ rent }) => rent)).toContain(820);
    expect(house.records().map(({ rent }) => rent)).not.toContain(520);
  });

  it('waits while the partner fails, says so, and is tried again by itself', async () => {
    await house.saveAccount();
    house.partner.failNext('out-of-order', 2);
    await house.initialise();
    const failing = await house.failing();
    expect(failing).toMatchObject({ failureCode: 'JESTIMO_UNAVAILABLE', sentThrough: '' });
    expect(failing.nextTryAt).toBeDefined();
    const list = async () => (await house.jestimo.listSendings({ caller: caller() })).sendings;
    const tried = async () => Math.max(...(await list()).map(({ attempts }) => attempts));
    expect((await list()).map(({ state }) => state)).toContain(SendingState.FAILING);
    await house.clock.move(61_000);
    await eventually(async () => (await tried()) === 2 || undefined, SOON);
    await house.failing();
    await house.clock.move(121_000);
    await house.sent();
    expect(house.records().length).toBe(3);
  });

  it('is not sent twice where the answer is lost after the partner took it', async () => {
    await house.saveAccount();
    house.partner.failNext('taken-then-lost');
    await house.initialise();
    expect(await house.failing()).toMatchObject({ failureCode: 'JESTIMO_UNAVAILABLE' });
    await house.clock.move(61_000);
    await house.sent();
    const ids = house.partner.bodies('feeds').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(house.records().length).toBe(3);
  });

  it('is not sent twice by who is killed between the sending and its note', async () => {
    await house.saveAccount();
    await house.initialise();
    await house.sent();
    const before = house.partner.bodies('feeds').length;
    // As a kill leaves it: begun, taken by the partner, and nothing noted.
    await database(async (client) => {
      await client.collection('sendings').updateMany({}, { $set: { state: 'SENDING', sentAt: null } });
      await client.collection('records').deleteMany({});
      await client.collection('feeds').updateMany({}, { $set: { nextAt: new Date(0), sentThrough: '' } });
    });
    expect((await house.feed()).knownRecords).toBe(0);
    await house.clock.move(1_000);
    expect(await house.sent()).toMatchObject({ knownRecords: 3 });
    expect(house.partner.bodies('feeds').length).toBe(before);
  });

  it('is sent by one of several replicas', async () => {
    await house.boot();
    await house.boot();
    await house.saveAccount();
    await house.initialise();
    await house.sent();
    for (let day = 0; day < 3; day += 1) {
      house.directory.revise('flat-1', 72_000 + day * 1_000, house.day(0));
      await house.nextDay();
      await house.sent();
    }
    const ids = house.partner.bodies('feeds').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(house.records().filter(({ rent }) => rent === 740).length).toBe(1);
  });

  it('ends when it is switched off, and begins by hand again without repeating itself', async () => {
    await house.saveAccount();
    await house.initialise();
    await house.sent();
    const before = house.partner.bodies('feeds').length;
    await house.jestimo.setFeed({ context: context(), entityId: ENTITY, enabled: false });
    house.directory.revise('flat-1', 73_000, house.day(0));
    await house.nextDay();
    expect((await house.feed()).state).toBe(FeedState.OFF);
    expect(house.partner.bodies('feeds').length).toBe(before);
    await house.initialise();
    await house.sent();
    expect(house.records().filter(({ op }) => op === 'UPDATE')).toEqual([
      expect.objectContaining({ rent: 730 }),
    ]);
  });
});
