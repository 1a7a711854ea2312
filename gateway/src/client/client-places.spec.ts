import { create } from '@bufbuild/protobuf';
import { GetClientScopeResponseSchema, GetPlaceResponseSchema, Module } from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { demandOwnPlace, moduleOfRequest } from './client-places.js';

const scope = create(GetClientScopeResponseSchema, {
  ownedUnitIds: ['owned'],
  rentedUnitIds: ['rented'],
  ownedBuildingIds: ['co-ownership'],
  councilBuildingIds: ['council'],
});
const place = (unitId: string, syndic: boolean, gerance: boolean) =>
  create(GetPlaceResponseSchema, { building: { syndic, gerance }, unit: { id: unitId } });

describe('the places of a client', () => {
  it.each([
    { unitId: 'owned' },
    { unitId: 'rented' },
    { buildingId: 'co-ownership' },
    { buildingId: 'council' },
  ])('are %p', (ids) => {
    expect(() => demandOwnPlace(scope, ids)).not.toThrow();
  });

  it.each([{ unitId: 'other' }, { buildingId: 'owned' }, { unitId: 'council' }, {}])('are not %p', (ids) => {
    expect(() => demandOwnPlace(scope, ids)).toThrow('PLACE_NOT_FOUND');
  });
});

describe('the module of a request', () => {
  it('is gérance for a tenant and syndic for an owner, where both are possible', () => {
    expect(moduleOfRequest(scope, place('rented', true, true), Module.UNSPECIFIED)).toBe(Module.GERANCE);
    expect(moduleOfRequest(scope, place('owned', true, true), Module.UNSPECIFIED)).toBe(Module.SYNDIC);
  });

  it('is the only one of the building', () => {
    expect(moduleOfRequest(scope, place('rented', true, false), Module.UNSPECIFIED)).toBe(Module.SYNDIC);
    expect(moduleOfRequest(scope, place('owned', false, true), Module.UNSPECIFIED)).toBe(Module.GERANCE);
  });

  it('may be asked for where the building has it', () => {
    expect(moduleOfRequest(scope, place('owned', true, true), Module.GERANCE)).toBe(Module.GERANCE);
    expect(moduleOfRequest(scope, place('owned', true, false), Module.GERANCE)).toBeUndefined();
  });
});
