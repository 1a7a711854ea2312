import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BridgeProcess } from './testing/bridge-process.js';
import { House, SOON } from './testing/house.js';

const FOUR_MINUTES = 240_000;

describe('the bridge, killed while the partner holds a sending', () => {
  let house: House;
  let bridge: BridgeProcess;

  beforeAll(async () => {
    house = await House.alone();
    house.directory.let('flat-1', house.day(-300), 70_000);
    house.directory.let('flat-2', house.day(-30), 80_000);
    house.directory.let('flat-3', house.day(-20), 90_000);
    bridge = BridgeProcess.start(house.env);
  }, 60_000);
  afterAll(async () => {
    await bridge.kill();
    await house.close();
  });

  it('asks it whether it has it, and sends nothing twice', async () => {
    await eventually(() => house.saveAccount().catch(() => undefined), SOON);
    house.partner.failNext('taken-then-silent');
    await house.initialise();
    await eventually(async () => house.partner.bodies('feeds').length === 1 || undefined, SOON);
    await bridge.kill();
    bridge = BridgeProcess.start(house.env);
    // What the dead one held is free once its lease is over.
    await house.clock.move(FOUR_MINUTES);
    expect(await house.sent()).toMatchObject({ knownRecords: 3 });
    const ids = house.partner.bodies('feeds').map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
    expect(house.records().map(({ rent }) => rent)).toEqual([700, 800, 900]);
  });
});
