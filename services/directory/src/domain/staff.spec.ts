import { describe, expect, it } from '@jest/globals';
import { aBuilding, aUnit } from '../testing/builders.js';
import { isSameStaff, placeStaff, staffIds } from './staff.js';

const building = aBuilding({ managerId: 'u1', assistantId: 'u2', accountantId: 'u3' });

describe('the staff of a place', () => {
  it("is the unit's own, else the building's, each of the three by itself", () => {
    expect(staffIds(building)).toEqual(['u1', 'u2', 'u3']);
    expect(staffIds(building, aUnit())).toEqual(['u1', 'u2', 'u3']);
    expect(staffIds(building, aUnit({ managerId: 'u9', accountantId: 'u8' }))).toEqual(['u9', 'u2', 'u8']);
  });

  it('names each person once, and nobody where nobody is attached', () => {
    expect(staffIds(aBuilding({ managerId: 'u1', assistantId: 'u1' }))).toEqual(['u1']);
    expect(staffIds(aBuilding())).toEqual([]);
  });

  it('is told of each building and of each unit whose building is known', () => {
    const units = [aUnit({ id: 'l1', managerId: 'u9' }), aUnit({ id: 'l2', buildingId: 'elsewhere' })];
    expect(placeStaff([building], units)).toEqual([
      { buildingId: 'b1', unitId: '', staffIds: ['u1', 'u2', 'u3'] },
      { buildingId: '', unitId: 'l1', staffIds: ['u9', 'u2', 'u3'] },
    ]);
  });

  it('is the same in whatever order', () => {
    expect(isSameStaff(['u1', 'u2'], ['u2', 'u1'])).toBe(true);
    expect(isSameStaff(['u1'], ['u1', 'u2'])).toBe(false);
    expect(isSameStaff(['u1'], ['u2'])).toBe(false);
  });
});
