import { Role } from '@intervia/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { VIEW } from '../testing/fakes/fake-state.js';
import type { House } from '../testing/house.js';
import { as, openHouse } from '../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('the search of places', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
    house.state.aSession('assistant', 'a', {
      role: Role.ASSISTANT,
      syndic: VIEW,
      standsInFor: ['user-absent'],
    });
    house.state.aSession('manager', 'a', { role: Role.MANAGER, syndic: VIEW });
  });

  afterAll(async () => {
    await house.close();
  });

  it.each([
    ['/api/buildings', 'listBuildings'],
    ['/api/units', 'listUnits'],
  ])('%s says who is only attached to places, and for whom it stands in', async (address, rpc) => {
    const asked = async (token: string) => {
      await request(house.url).get(address).set(as(token)).expect(200);
      return house.state.lastCall(rpc);
    };
    expect(await asked('assistant')).toMatchObject({
      caller: { attachedOnly: true, standsInFor: ['user-absent'] },
    });
    expect(await asked('manager')).toMatchObject({ caller: { attachedOnly: false } });
  });

  it('tells the buildings that are listed for a unit only', async () => {
    const answer = await request(house.url).get('/api/buildings').set(as('assistant')).expect(200);
    expect(answer.body).toMatchObject({ buildings: [{ id: 'building-a' }], unitsOnlyIds: ['building-a'] });
  });
});
